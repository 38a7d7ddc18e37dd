package dev.feierabend.core.journal;

import dev.feierabend.core.journal.TallyEvent.Added;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/// A read model: each tally's sum, and every event in the order it came.
final class TallyPage {
  final Map<String, Long> sums = new HashMap<>();
  final List<Added> seen = new ArrayList<>();

  @EventHandler
  void on(Added event) {
    sums.merge(event.tally(), (long) event.amount(), Long::sum);
    seen.add(event);
  }
}
