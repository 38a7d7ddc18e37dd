package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.util.List;
import java.util.Optional;

/// Takes documents in: read, held against the fleet, proposed.
final class Proposals {
  private static final String FILE = "document";

  private final Fleet fleet;
  private final Desk desk;

  Proposals(Fleet fleet, Desk desk) {
    this.fleet = fleet;
    this.desk = desk;
  }

  /// @throws Declined with every fault, or where the document is of another tenant
  SchedulePolicy propose(Caller caller, byte[] document) {
    SchedulePolicy policy =
        switch (SchedulePolicyParser.parse(FILE, document)) {
          case Parsed.Valid<SchedulePolicy>(var value) -> value;
          case Parsed.Invalid<SchedulePolicy>(var faults) -> throw faulty(faults);
        };
    if (!caller.sees(policy.tenant())) {
      throw Declined.notFound();
    }
    List<Fault> foreign = PolicyCheck.against(FILE, policy, fleet);
    if (!foreign.isEmpty()) {
      throw faulty(foreign);
    }
    desk.ask(at ->
        new ProposePolicy(
            AgreementId.of(policy.tenant(), policy.name()),
            policy.document().text(),
            caller.actor(),
            at,
            Optional.empty()));
    return policy;
  }

  private static Declined faulty(List<Fault> faults) {
    return Declined.faulty(DocumentFault.of(faults));
  }
}
