package dev.feierabend.helm.night;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.sandbox.laws.Law;
import dev.feierabend.sandbox.laws.Night;
import java.util.ArrayList;
import java.util.List;

/// Where a night with faults broke a law, a sentence each. What becomes of pods whose machine goes
/// off is not among what is seen.
final class Verdict {
  private Verdict() {}

  static List<String> of(Lived lived, Chronicle chronicle) {
    var found = new ArrayList<String>();
    chronicle.read((history, log) -> {
      var night =
          new Night(
              history,
              lived.effects(),
              List.of(),
              lived.snapshots(),
              new Doubt(lived.told()).of(intents(history), lived.effects()),
              lived.replayed(),
              Towns.MINIMUM_HOSTS,
              log);
      for (Law law : Law.ALL) {
        law.violations(night).forEach(it -> found.add(law.getClass().getSimpleName() + ": " + it));
      }
      return found;
    });
    lived.wrongPowerDowns().forEach(it -> found.add("wrong power-down: " + it));
    lived.stillAsleep().forEach(it -> found.add("not woken: " + it));
    lived.differences().forEach(it -> found.add("not restored: " + it));
    return List.copyOf(found);
  }

  private static List<ActionIssued> intents(List<Recorded> history) {
    return history.stream()
        .map(Recorded::event)
        .filter(ActionIssued.class::isInstance)
        .map(ActionIssued.class::cast)
        .toList();
  }
}
