package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The agreements that a caller sees.
public final class Register {
  /// Which document of which agreement is meant.
  public record Document(String tenant, String policy, String digest) {}

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

  private AgreementId proposed(Caller caller, Document document) {
    there(
        caller,
        document.tenant(),
        document.policy(),
        entry -> entry.digest().equals(document.digest()));
    return AgreementId.of(new TenantId(document.tenant()), document.policy());
  }

  /// @throws Declined where there is no such document, or it can't be approved by this caller
  public void approve(Caller caller, Document document) {
    AgreementId agreement = proposed(caller, document);
    desk.ask(at ->
        new ApprovePolicy(
            agreement,
            document.digest(),
            caller.actor(),
            at,
            memory.deputies().covering(agreement.tenant(), caller.actor(), at)));
  }

  /// @throws Declined where there is no such document, or it is decided on already
  public void reject(Caller caller, Document document, String because) {
    AgreementId agreement = proposed(caller, document);
    desk.ask(at -> new RejectPolicy(agreement, document.digest(), caller.actor(), because, at));
  }

  /// @throws Declined where there is no such document, or it isn't the caller's or decided on
  ///   already
  public void takeBack(Caller caller, Document document) {
    AgreementId agreement = proposed(caller, document);
    desk.ask(at -> new TakeBackProposal(agreement, document.digest(), caller.actor(), at));
  }

  /// Ends what is in force or approved for later; what sleeps under it is woken.
  ///
  /// @throws Declined where there is no such agreement, or nothing of it is agreed
  public void withdraw(Caller caller, String tenant, String policy, String because) {
    versions(caller, tenant, policy);
    AgreementId agreement = AgreementId.of(new TenantId(tenant), policy);
    desk.ask(at -> new WithdrawPolicy(agreement, caller.actor(), because, at));
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
