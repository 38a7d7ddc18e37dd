package dev.feierabend.core.journal;

import dev.feierabend.core.journal.TallyEvent.Added;
import dev.feierabend.core.kernel.ReadModel;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventHandler;

/// A read model: each tally's sum; and, which it doesn't remember, how many events it was told.
final class RememberedPage implements ReadModel<RememberedPage.Sums> {
  final Map<String, Long> sums = new TreeMap<>();
  int told;

  record Sums(Map<String, Long> sums) {}

  @Override
  public Sums remember() {
    return new Sums(Map.copyOf(sums));
  }

  @Override
  public void recall(Sums memory) {
    sums.clear();
    sums.putAll(memory.sums());
  }

  @EventHandler
  void on(Added event) {
    sums.merge(event.tally(), (long) event.amount(), Long::sum);
    told++;
  }
}
