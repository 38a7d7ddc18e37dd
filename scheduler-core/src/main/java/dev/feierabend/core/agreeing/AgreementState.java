package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RemindOfExpiry;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// One agreement: every version of its document that was ever proposed, by digest, and the one that
/// is active. A version that this program can't read counts as never proposed: it powers nothing
/// down.
record AgreementState(Map<String, Version> versions, Optional<String> active) {
  static final AgreementState NEW = new AgreementState(Map.of(), Optional.empty());

  AgreementState {
    versions = Map.copyOf(versions);
  }

  Decision decide(AgreementCommand command) {
    return switch (command) {
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
      case PolicyProposed proposed -> proposed(proposed);
      case ProposalTakenBack(_, var digest, _, _) -> ended(digest);
      case DeputyStoodIn _ -> this;
      case PolicyApproved(_, var digest, _, _) -> to(digest, Version.Status.APPROVED);
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

  private AgreementState proposed(PolicyProposed event) {
    if (Proposal.parse(event.document()) instanceof Parsed.Valid<SchedulePolicy>(var policy)) {
      var all = new TreeMap<>(versions);
      all.put(event.digest(), new Version(policy, event.by(), Version.Status.PROPOSED, false));
      return new AgreementState(all, active);
    }
    return this;
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
