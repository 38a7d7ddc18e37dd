package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The agreements that a caller sees.
public final class Register {
  private final Fleet fleet;
  private final Memory memory;
  private final Desk desk;

  public Register(Fleet fleet, Memory memory, Desk desk) {
    this.fleet = fleet;
    this.memory = memory;
    this.desk = desk;
  }

  /// Whose things the caller sees.
  public Stream<TenantId> tenants(Caller caller) {
    return fleet.customers().stream().filter(caller::sees).sorted();
  }

  public List<AgreementView> all(Caller caller) {
    return seenBy(caller).map(AgreementView::of).toList();
  }

  /// What waits for a decision.
  public Stream<Agreements.Entry> waiting(Caller caller) {
    return seenBy(caller).filter(entry -> entry.standing() == Agreements.Standing.PROPOSED);
  }

  /// What is in force.
  public Stream<Agreements.Entry> active(Caller caller) {
    return memory.agreements().active().stream()
        .filter(entry -> caller.sees(entry.agreement().tenant()));
  }

  /// Every document of one agreement; at least one.
  ///
  /// @throws Declined where there is none for this caller
  List<AgreementView> versions(Caller caller, String tenant, String policy) {
    return there(caller, tenant, policy, _ -> true);
  }

  /// The agreement that a document was proposed for.
  ///
  /// @throws Declined where there is none for this caller
  AgreementId proposed(Caller caller, String tenant, String policy, String digest) {
    there(caller, tenant, policy, entry -> entry.digest().equals(digest));
    return AgreementId.of(new TenantId(tenant), policy);
  }

  /// @throws Declined where there is no such document, or it can't be approved by this caller
  public void approve(Caller caller, String tenant, String policy, String digest) {
    AgreementId agreement = proposed(caller, tenant, policy, digest);
    desk.ask(at ->
        new ApprovePolicy(
            agreement,
            digest,
            caller.actor(),
            at,
            memory.deputies().covering(agreement.tenant(), caller.actor(), at)));
  }

  private List<AgreementView> there(
      Caller caller, String tenant, String policy, Predicate<Agreements.Entry> wanted) {
    String id = tenant + "/" + policy;
    List<AgreementView> found =
        seenBy(caller)
            .filter(entry -> entry.agreement().value().equals(id))
            .filter(wanted)
            .map(AgreementView::of)
            .toList();
    if (found.isEmpty()) {
      throw Declined.notFound();
    }
    return found;
  }

  private Stream<Agreements.Entry> seenBy(Caller caller) {
    return memory.agreements().all().stream()
        .filter(entry -> caller.sees(entry.agreement().tenant()));
  }
}
