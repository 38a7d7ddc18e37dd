package dev.feierabend.helm.realparts;

import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.helm.night.Chronicle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Holds what was done in many nights against the journal. Where controllers lie, an intent may be
/// completed without an effect, or be carried out twice; but nothing is done that nobody intended.
final class Ledger {
  /// While there was no service.
  private record Gone(Instant from, Instant until) {
    boolean spans(Instant at) {
      return !at.isBefore(from) && !at.isAfter(until);
    }
  }

  private final Path folder;
  private final ShiftedClock clock;
  private final Set<Instant> late = new TreeSet<>();
  private final Set<Instant> alone = new TreeSet<>();
  private final List<Gone> gone = new ArrayList<>();

  Ledger(Path folder, ShiftedClock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Not everything was back by then.
  void late(Instant readyBy) {
    late.add(readyBy);
  }

  /// Nor was there a service to tell of it. What is switched on meanwhile is by the wake list.
  void alone(Instant readyBy, Instant from, Instant until) {
    alone.add(readyBy);
    gone.add(new Gone(from, until));
  }

  /// What is wrong, a sentence each; no service has the journal by then.
  List<String> of(House house) {
    var chronicle = new Chronicle(folder.resolve("journal").toString());
    List<Recorded> recorded = chronicle.read((history, _) -> history);
    List<JournalEvent> history = recorded.stream().map(Recorded::event).toList();
    List<Effect> effects =
        house.effects(clock).stream().filter(effect -> !isByTheList(effect)).toList();
    var found =
        Reconciliation.of(
            effects, Intent.of(recorded), new Reconciliation.Terms(false, house.unmarked()));
    System.out.printf(
        "  journal: %d intents, %d completed; logs: %s%n",
        found.intents().size(), found.completed(), found.counted());
    var wrong = new ArrayList<String>();
    found.differences().stream()
        .filter(it -> !it.startsWith("completed without an effect"))
        .forEach(wrong::add);
    late.stream()
        .filter(readyBy -> !told(history, readyBy, readyBy))
        .forEach(readyBy -> wrong.add("late and nobody was told: " + readyBy));
    alone.stream()
        .filter(readyBy -> !told(history, readyBy, Instant.MAX))
        .forEach(readyBy -> wrong.add("late and never recorded: " + readyBy));
    if (!(chronicle.verified() instanceof Verification.Intact)) {
      wrong.add("expected a history that verifies");
    }
    return wrong;
  }

  private boolean isByTheList(Effect effect) {
    return effect.verb().equals("power-on") && gone.stream().anyMatch(it -> it.spans(effect.at()));
  }

  private static boolean told(List<JournalEvent> history, Instant readyBy, Instant latest) {
    return history.stream()
        .anyMatch(event ->
            event instanceof WakeLate alarm
                && alarm.readyBy().equals(readyBy)
                && !alarm.at().isAfter(latest));
  }

  String told() {
    return "%d nights late and told before, %d without a service"
        .formatted(late.size(), alone.size());
  }
}
