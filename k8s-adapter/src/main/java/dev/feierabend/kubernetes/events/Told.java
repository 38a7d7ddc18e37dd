package dev.feierabend.kubernetes.events;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.reporting.Sentences;
import dev.feierabend.core.reporting.Wording;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Sentences of what happened and why; in English, as all that a cluster says.
final class Told {
  private final Plans plans;
  private final Sentences sentences;
  private final Wording wording = new Wording(Locale.ENGLISH);

  /// @param zone whose clocks the sentences tell
  Told(Plans plans, ZoneId zone) {
    this.plans = plans;
    this.sentences = new Sentences(Locale.ENGLISH, zone, UnaryOperator.identity());
  }

  String sentence(JournalEvent event) {
    return sentences.of(event);
  }

  /// Why the plan wanted it, as far as that is known.
  String why(ActionIssued issued) {
    String why =
        switch (issued.step()) {
          case Step.Sleep(var workload, _) ->
              sleeper(issued.owner(), workload)
                  .map(it -> wording.reason(it.reason()))
                  .orElse("as planned");
          default ->
              issued
                  .readyBy()
                  .map(due -> "it is due back by " + due)
                  .orElse("no agreement lets it sleep any more");
        };
    return Character.toUpperCase(why.charAt(0)) + why.substring(1);
  }

  private Optional<Sleeper> sleeper(Owner owner, WorkloadId workload) {
    return plans.of(owner).stream()
        .flatMap(part -> part.sleepers().stream())
        .filter(sleeper -> sleeper.workload().equals(workload))
        .findFirst();
  }
}
