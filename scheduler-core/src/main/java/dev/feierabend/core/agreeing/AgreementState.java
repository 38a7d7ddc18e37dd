package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One agreement: every version of its document that was ever proposed, by digest, and the one that
/// is active.
record AgreementState(Map<String, Version> versions, Optional<String> active) {
  static final AgreementState NEW = new AgreementState(Map.of(), Optional.empty());

  AgreementState {
    versions = Map.copyOf(versions);
  }

  Decision decide(AgreementCommand command) {
    return switch (command) {
      case ProposePolicy propose -> Proposal.decide(propose, versions);
      case ApprovePolicy approve -> approve(approve);
      case RejectPolicy reject ->
          Version.open(versions.get(reject.digest()), reject.digest())
              .orElseGet(() ->
                  Decision.of(
                      new PolicyRejected(
                          reject.agreement(),
                          reject.digest(),
                          reject.by(),
                          reject.because(),
                          reject.at())));
      case WithdrawPolicy withdraw ->
          active
              .map(digest ->
                  Decision.of(
                      new PolicyWithdrawn(
                          withdraw.agreement(),
                          digest,
                          withdraw.by(),
                          withdraw.because(),
                          withdraw.at())))
              .orElseGet(AgreementState::nothingActive);
      case ExpirePolicy expire -> expire(expire);
    };
  }

  private Decision approve(ApprovePolicy command) {
    Version version = versions.get(command.digest());
    return Version.open(version, command.digest())
        .or(() -> Approval.refusal(command, version))
        .orElseGet(() -> {
          var events = new ArrayList<JournalEvent>();
          events.add(
              new PolicyApproved(
                  command.agreement(), command.digest(), command.by(), command.at()));
          active.ifPresent(old ->
              events.add(
                  new PolicySuperseded(command.agreement(), old, command.digest(), command.at())));
          events.add(new PolicyActivated(command.agreement(), command.digest(), command.at()));
          return new Decision.Accepted(events);
        });
  }

  private Decision expire(ExpirePolicy command) {
    if (active.isEmpty()) {
      return nothingActive();
    }
    String digest = active.get();
    Version version = versions.get(digest);
    if (version == null || !Approval.over(version, command.at())) {
      return Decision.reject(
          "still-valid", "Expected a policy past its validity but it holds at " + command.at());
    }
    return Decision.of(new PolicyExpired(command.agreement(), digest, command.at()));
  }

  private static Decision nothingActive() {
    return Decision.reject("not-active", "Expected an active policy but there is none");
  }

  AgreementState evolve(AgreementEvent event) {
    return switch (event) {
      case PolicyProposed(_, var digest, var document, var by, _, _) ->
          with(digest, new Version(document, by, Version.Status.PROPOSED), active);
      case PolicyApproved(_, var digest, _, _) -> to(digest, Version.Status.APPROVED, active);
      case PolicyRejected(_, var digest, _, _, _) -> to(digest, Version.Status.REJECTED, active);
      case PolicyActivated(_, var digest, _) ->
          to(digest, Version.Status.ACTIVE, Optional.of(digest));
      case PolicySuperseded(_, var digest, _, _) -> ended(digest);
      case PolicyWithdrawn(_, var digest, _, _, _) -> ended(digest);
      case PolicyExpired(_, var digest, _) -> ended(digest);
    };
  }

  private AgreementState ended(String digest) {
    return to(digest, Version.Status.ENDED, Optional.empty());
  }

  private AgreementState to(String digest, Version.Status status, Optional<String> nowActive) {
    Version version = versions.get(digest);
    return version == null ? this : with(digest, version.in(status), nowActive);
  }

  private AgreementState with(String digest, Version version, Optional<String> nowActive) {
    var all = new TreeMap<>(versions);
    all.put(digest, version);
    return new AgreementState(all, nowActive);
  }
}
