package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/// The life of one agreement. `digest` is the SHA-256 (hex) of the document's bytes.
public sealed interface AgreementEvent extends JournalEvent {
  AgreementId agreement();

  @Override
  default Owner owner() {
    return Owner.of(agreement().tenant());
  }

  @Override
  default String aggregate() {
    return "agreement/" + agreement();
  }

  record PolicyDrafted(
      AgreementId agreement, String digest, String document, ActorId by, Instant at)
      implements AgreementEvent {}

  /// The draft is gone, as if it had never been.
  record DraftDiscarded(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementEvent {}

  @Revision("2")
  record PolicyProposed(
      AgreementId agreement,
      String digest,
      String document,
      ActorId by,
      Instant at,
      Optional<SavingForecast> forecast)
      implements AgreementEvent {}

  /// The proposal was taken back by its author.
  record ProposalTakenBack(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementEvent {}

  /// Stands right before the approval that `deputy` gives in the place of `standsInFor`.
  record DeputyStoodIn(
      AgreementId agreement, String digest, ActorId deputy, ActorId standsInFor, Instant at)
      implements AgreementEvent {}

  /// Somebody other than the author agreed to exactly this document.
  record PolicyApproved(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementEvent {}

  record PolicyRejected(
      AgreementId agreement, String digest, ActorId by, String because, Instant at)
      implements AgreementEvent {}

  record PolicyActivated(AgreementId agreement, String digest, Instant at)
      implements AgreementEvent {}

  record PolicySuperseded(AgreementId agreement, String digest, String successor, Instant at)
      implements AgreementEvent {}

  record PolicyWithdrawn(
      AgreementId agreement, String digest, ActorId by, String because, Instant at)
      implements AgreementEvent {}

  record PolicyExpired(AgreementId agreement, String digest, Instant at)
      implements AgreementEvent {}

  /// The validity of what is in force ends at `ends`, which is near.
  record ExpiryNear(AgreementId agreement, String digest, Instant ends, Instant at)
      implements AgreementEvent {}
}
