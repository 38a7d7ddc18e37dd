package dev.feierabend.app.wiring;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.Instant;

/// When something may sleep.
@FunctionalInterface
interface Evenings {
  boolean underWay(Instant at);

  /// Those of the agreements in force.
  static Evenings of(Agreements agreements, Evaluation evaluation) {
    return at ->
        agreements.active().stream()
            .anyMatch(entry -> evaluation.at(entry.policy(), at) instanceof Verdict.Asleep);
  }
}
