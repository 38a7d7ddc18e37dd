package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RemindOfExpiry;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.DraftDiscarded;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyDrafted;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One agreement: every version of its document, drafts that were discarded left out, by digest,
/// and the one that is active. A version that this program can't read counts as never proposed: it
/// powers nothing down.
record AgreementState(Map<String, Version> versions, Optional<String> active) {
  static final AgreementState NEW = new AgreementState(Map.of(), Optional.empty());

  AgreementState {
    versions = Map.copyOf(versions);
  }

  Decision decide(AgreementCommand command) {
    return switch (command) {
      case DraftPolicy draft -> Drafting.decide(draft, versions);
      case DiscardDraft discard -> Drafting.decide(discard, versions);
      case ProposePolicy propose -> Proposal.decide(propose, versions);
      case TakeBackProposal back -> Proposal.decide(back, versions);
      case ApprovePolicy approve -> Approval.decide(approve, this);
      case RejectPolicy reject -> Approval.decide(reject, this);
      case WithdrawPolicy withdraw -> Ending.decide(withdraw, this);
      case ActivatePolicy activate -> Beginning.decide(activate, this);
      case RemindOfExpiry remind -> Ending.decide(remind, this);
      case ExpirePolicy expire -> Ending.decide(expire, this);
    };
  }

  AgreementState evolve(AgreementEvent event) {
    return switch (event) {
      case PolicyDrafted(_, var digest, var document, var by, _) ->
          entered(digest, document, policy -> Version.drafted(policy, by));
      case DraftDiscarded(_, var digest, _, _) -> without(digest);
      case PolicyProposed(_, var digest, var document, var by, _, _) ->
          entered(digest, document, policy -> Version.proposed(policy, authors(digest, by)));
      case ProposalTakenBack(_, var digest, _, _) -> ended(digest);
      case DeputyStoodIn _ -> this;
      case PolicyApproved(_, var digest, _, var at) ->
          changed(digest, version -> version.approved(at));
      case PolicyRejected(_, var digest, _, _, _) -> to(digest, Version.Status.REJECTED);
      case PolicyActivated(_, var digest, _) ->
          new AgreementState(
              to(digest, Version.Status.ACTIVE).versions,
              Optional.of(digest).filter(versions::containsKey));
      case PolicySuperseded(_, var digest, _, _) -> ended(digest);
      case PolicyWithdrawn(_, var digest, _, _, _) -> ended(digest);
      case PolicyExpired(_, var digest, _) -> ended(digest);
      case ExpiryNear(_, var digest, _, _) -> changed(digest, Version::withReminder);
    };
  }

  private AgreementState entered(
      String digest, String document, Function<SchedulePolicy, Version> version) {
    if (Proposal.parse(document, versions) instanceof Parsed.Valid<SchedulePolicy>(var policy)) {
      var all = new TreeMap<>(versions);
      all.put(digest, version.apply(policy));
      return new AgreementState(all, active);
    }
    return this;
  }

  private Authors authors(String digest, ActorId by) {
    Version known = versions.get(digest);
    return known == null ? Authors.proposing(by) : known.authors().proposedBy(by);
  }

  private AgreementState without(String digest) {
    var fewer = new TreeMap<>(versions);
    fewer.remove(digest);
    return new AgreementState(fewer, active);
  }

  private AgreementState ended(String digest) {
    AgreementState ended = to(digest, Version.Status.ENDED);
    return new AgreementState(ended.versions, active.filter(now -> !now.equals(digest)));
  }

  private AgreementState to(String digest, Version.Status status) {
    return changed(digest, version -> version.in(status));
  }

  private AgreementState changed(String digest, UnaryOperator<Version> change) {
    var all = new TreeMap<>(versions);
    all.computeIfPresent(digest, (_, version) -> change.apply(version));
    return new AgreementState(all, active);
  }
}
