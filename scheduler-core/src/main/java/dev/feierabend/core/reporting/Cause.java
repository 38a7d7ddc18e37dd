package dev.feierabend.core.reporting;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.evaluation.Because;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why something slept or was awake.
public sealed interface Cause {
  /// A rule of an agreed document let it sleep.
  ///
  /// @param line where the rule stands in the document
  record Released(
      AgreementId agreement, String digest, String rule, Optional<Integer> line, Instant until)
      implements Cause {}

  /// The plan said so of a host.
  record Planned(Reason reason) implements Cause {}

  /// It was given back and not seen back yet.
  record GivenBack(Instant since, Optional<Instant> readyBy) implements Cause {}

  /// Somebody changed it: a person, or a program for the second time.
  record Changed(String expected, String found, Optional<Setter> by, Instant at, Instant until)
      implements Cause {}

  record Frozen(Owner scope, ActorId by, String because, Instant since) implements Cause {}

  record Overridden(ActorId by, String because, Instant since, Instant until) implements Cause {}

  /// It was to sleep, and putting it to sleep failed.
  record Failed(String because) implements Cause {}

  /// It was to sleep, but the service was only planning.
  record Shadow() implements Cause {}

  /// It was to sleep, and its turn had not come.
  record NotItsTurn() implements Cause {}

  /// What it was agreed to sleep for did not count then.
  record Skipped(Reason reason) implements Cause {}

  /// Agreements in force wanted it awake, each for its reason.
  record Wanted(List<Wish> wishes) implements Cause {
    public Wanted {
      wishes = List.copyOf(wishes);
    }
  }

  /// What one agreement wanted.
  record Wish(AgreementId agreement, String digest, Because because) {}

  /// No agreement in force was about it.
  record NotAgreed() implements Cause {}

  /// Nothing had been planned about it.
  record NotPlanned() implements Cause {}
}
