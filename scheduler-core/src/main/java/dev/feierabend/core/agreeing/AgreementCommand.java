package dev.feierabend.core.agreeing;

import dev.feierabend.core.deputising.Deputyship;
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

  /// Saves a document that nobody is asked to decide on yet.
  record DraftPolicy(AgreementId agreement, String document, ActorId by, Instant at)
      implements AgreementCommand {}

  /// Drops a draft; its author's alone.
  record DiscardDraft(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementCommand {}

  /// Asks for a decision: on a new document, on a draft, or once more on one that was rejected or
  /// has ended.
  record ProposePolicy(
      AgreementId agreement,
      String document,
      ActorId by,
      Instant at,
      Optional<SavingForecast> forecast)
      implements AgreementCommand {}

  /// Takes a proposal back that nobody has decided on yet; its author's alone.
  record TakeBackProposal(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementCommand {}

  /// @param deputy the term under which `by` stands in for somebody who approves in person
  record ApprovePolicy(
      AgreementId agreement, String digest, ActorId by, Instant at, Optional<Deputyship> deputy)
      implements AgreementCommand {

    /// An approval in person.
    public ApprovePolicy(AgreementId agreement, String digest, ActorId by, Instant at) {
      this(agreement, digest, by, at, Optional.empty());
    }
  }

  record RejectPolicy(AgreementId agreement, String digest, ActorId by, String because, Instant at)
      implements AgreementCommand {}

  /// Ends what is in force and what is approved for later.
  record WithdrawPolicy(AgreementId agreement, ActorId by, String because, Instant at)
      implements AgreementCommand {}

  /// Puts an approved document into force; asked by the timetable, refused before its first day.
  record ActivatePolicy(AgreementId agreement, String digest, ActorId by, Instant at)
      implements AgreementCommand {}

  /// Tells the parties that the validity ends soon; asked by the timetable, once a document.
  record RemindOfExpiry(AgreementId agreement, ActorId by, Instant at)
      implements AgreementCommand {}

  /// Ends the agreement's validity; asked by the timetable, refused before its end.
  record ExpirePolicy(AgreementId agreement, ActorId by, Instant at) implements AgreementCommand {}
}
