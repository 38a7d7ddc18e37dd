package dev.feierabend.console.api;

import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.ListCheck;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.ReadinessCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.util.List;
import java.util.stream.Stream;

/// Takes documents in: read, held against the fleet, the calendar and whom the operator lets tests
/// reach, saved or proposed.
public final class Proposals {
  private static final String FILE = "document";

  private final Fleet fleet;
  private final Evaluation evaluation;
  private final AllowedHosts testable;
  private final Register register;
  private final Desk desk;

  /// @param testable whom readiness tests may reach
  Proposals(
      Fleet fleet, Evaluation evaluation, AllowedHosts testable, Register register, Desk desk) {
    this.fleet = fleet;
    this.evaluation = evaluation;
    this.testable = testable;
    this.register = register;
    this.desk = desk;
  }

  /// Proposes it to each of its tenants who doesn't have it already.
  ///
  /// @throws Declined with every fault, or where the document is of a tenant that the caller
  ///   doesn't see, or where every tenant has it already
  SchedulePolicy propose(Caller caller, byte[] document) {
    SchedulePolicy policy = read(caller, document);
    desk.ask(caller, new Wish.Propose(policy));
    return policy;
  }

  /// Proposes a draft, or once more what was rejected or has ended, to each of its tenants.
  ///
  /// @throws Declined as `propose` does, or where there is no such document
  public SchedulePolicy propose(Caller caller, Document known) {
    return propose(caller, register.text(caller, known));
  }

  /// Saves it as a draft with each of its tenants who doesn't have it already.
  ///
  /// @throws Declined as `propose` does
  SchedulePolicy draft(Caller caller, byte[] document) {
    SchedulePolicy policy = read(caller, document);
    desk.ask(caller, new Wish.Draft(policy));
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
    List<Fault> faults =
        Stream.of(
                PolicyCheck.against(FILE, policy, fleet),
                ListCheck.against(FILE, policy, evaluation.lists()),
                ReadinessCheck.against(FILE, policy, testable))
            .flatMap(List::stream)
            .toList();
    if (!faults.isEmpty()) {
      throw faulty(faults);
    }
    return policy;
  }

  private static Declined faulty(List<Fault> faults) {
    return Declined.faulty(DocumentFault.of(faults));
  }
}
