package dev.feierabend.app.wiring;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.Instant;

/// When something goes to sleep.
@FunctionalInterface
interface Evenings {
  /// True where an evening begins after `from` and by `to`.
  boolean beginWithin(Instant from, Instant to);

  /// Those of the agreements in force.
  static Evenings of(Agreements agreements, Evaluation evaluation) {
    return (from, to) ->
        agreements.active().stream()
            .flatMap(entry -> evaluation.between(entry.policy(), from, to).stream())
            .anyMatch(transition -> transition.verdict() instanceof Verdict.Asleep);
  }
}
