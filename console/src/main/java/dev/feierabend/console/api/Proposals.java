package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes documents in: read, held against the fleet, saved or proposed.
final class Proposals {
  /// What is asked of one agreement with the document's text.
  private interface Wish {
    Command of(AgreementId agreement, String text, Instant at);
  }

  private static final String FILE = "document";

  private final Fleet fleet;
  private final Desk desk;

  Proposals(Fleet fleet, Desk desk) {
    this.fleet = fleet;
    this.desk = desk;
  }

  /// Proposes it to each of its tenants who doesn't have it already.
  ///
  /// @throws Declined with every fault, or where the document is of a tenant that the caller
  ///   doesn't see, or where every tenant has it already
  SchedulePolicy propose(Caller caller, byte[] document) {
    return hand(
        caller,
        document,
        (agreement, text, at) ->
            new ProposePolicy(agreement, text, caller.actor(), at, Optional.empty()));
  }

  /// Saves it as a draft with each of its tenants who doesn't have it already.
  ///
  /// @throws Declined as `propose` does
  SchedulePolicy draft(Caller caller, byte[] document) {
    return hand(
        caller,
        document,
        (agreement, text, at) -> new DraftPolicy(agreement, text, caller.actor(), at));
  }

  private SchedulePolicy hand(Caller caller, byte[] document, Wish wish) {
    SchedulePolicy policy = read(caller, document);
    desk.askAll(at ->
        AgreementId.of(policy).stream()
            .map(agreement -> wish.of(agreement, policy.document().text(), at))
            .toList());
    return policy;
  }

  private SchedulePolicy read(Caller caller, byte[] document) {
    SchedulePolicy policy =
        switch (SchedulePolicyParser.parse(FILE, document)) {
          case Parsed.Valid<SchedulePolicy>(var value) -> value;
          case Parsed.Invalid<SchedulePolicy>(var faults) -> throw faulty(faults);
        };
    if (!policy.tenants().stream().allMatch(caller::sees)) {
      throw Declined.notFound();
    }
    List<Fault> foreign = PolicyCheck.against(FILE, policy, fleet);
    if (!foreign.isEmpty()) {
      throw faulty(foreign);
    }
    return policy;
  }

  private static Declined faulty(List<Fault> faults) {
    return Declined.faulty(DocumentFault.of(faults));
  }
}
