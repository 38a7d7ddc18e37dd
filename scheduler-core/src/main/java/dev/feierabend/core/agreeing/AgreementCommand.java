package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Optional;

/// What people ask of an agreement; every command says who asks and when.
public sealed interface AgreementCommand extends Command {
  AgreementId agreement();

  ActorId by();

  Instant at();

  @Override
  default String target() {
    return "agreement/" + agreement();
  }

  record ProposePolicy(
      AgreementId agreement,
      String document,
      ActorId by,
      Instant at,
      Optional<SavingForecast> forecast)
      implements AgreementCommand {}

  record ApprovePolicy(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementCommand {}

  record RejectPolicy(AgreementId agreement, String digest, ActorId by, String because, Instant at)
      implements AgreementCommand {}

  record WithdrawPolicy(AgreementId agreement, ActorId by, String because, Instant at)
      implements AgreementCommand {}

  /// Ends the agreement's validity; asked by the timetable, refused before its end.
  record ExpirePolicy(AgreementId agreement, ActorId by, Instant at) implements AgreementCommand {}
}
