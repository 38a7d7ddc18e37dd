package dev.feierabend.core.agreeing;

import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What people ask of an agreement; every command says who asks and when.
public sealed interface AgreementCommand {
  ActorId by();

  Instant at();

  record ProposePolicy(
      @TargetAggregateIdentifier AgreementId agreement,
      String document,
      ActorId by,
      Instant at,
      Optional<SavingForecast> forecast)
      implements AgreementCommand {}

  record ApprovePolicy(
      @TargetAggregateIdentifier AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementCommand {}

  record RejectPolicy(
      @TargetAggregateIdentifier AgreementId agreement,
      String digest,
      ActorId by,
      String because,
      Instant at)
      implements AgreementCommand {}

  record WithdrawPolicy(
      @TargetAggregateIdentifier AgreementId agreement, ActorId by, String because, Instant at)
      implements AgreementCommand {}

  /// Ends the agreement's validity; asked by the timetable, refused before its end.
  record ExpirePolicy(@TargetAggregateIdentifier AgreementId agreement, ActorId by, Instant at)
      implements AgreementCommand {}
}
