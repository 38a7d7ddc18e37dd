package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
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

  /// What was written and nobody is asked to decide on yet; only for those who may propose.
  public Stream<Agreements.Entry> drafts(Caller caller) {
    return seenBy(caller).filter(entry -> !isOffered(entry));
  }

  /// What is in force.
  public Stream<Agreements.Entry> active(Caller caller) {
    return memory.agreements().active().stream()
        .filter(entry -> caller.sees(entry.agreement().tenant()));
  }

  /// Every document of one agreement with what it says; at least one.
  ///
  /// @throws Declined where there is none for this caller
  Stream<Agreements.Entry> entries(Caller caller, String tenant, String policy) {
    versions(caller, tenant, policy);
    return seenBy(caller).filter(entry -> entry.agreement().value().equals(tenant + "/" + policy));
  }

  /// Every document of one agreement; at least one.
  ///
  /// @throws Declined where there is none for this caller
  public List<AgreementView> versions(Caller caller, String tenant, String policy) {
    return there(caller, tenant, policy, _ -> true);
  }

  /// How a document that was just handed in stands with the first of its tenants.
  AgreementView firstOf(Caller caller, SchedulePolicy policy) {
    String tenant = policy.tenants().getFirst().value();
    return there(caller, new Document(tenant, policy.name(), policy.document().digest()));
  }

  /// The bytes of a document.
  ///
  /// @throws Declined where there is none such
  byte[] text(Caller caller, Document document) {
    return there(caller, document).document().getBytes(StandardCharsets.UTF_8);
  }

  private AgreementId proposed(Caller caller, Document document) {
    there(caller, document);
    return AgreementId.of(new TenantId(document.tenant()), document.policy());
  }

  /// @throws Declined where there is no such document, or it can't be approved by this caller
  public void approve(Caller caller, Document document) {
    desk.ask(caller, new Wish.Approve(proposed(caller, document), document.digest()));
  }

  /// @throws Declined where there is no such document, or it is decided on already
  public void reject(Caller caller, Document document, String because) {
    desk.ask(caller, new Wish.Reject(proposed(caller, document), document.digest(), because));
  }

  /// @throws Declined where there is no such document, or it isn't the caller's or decided on
  ///   already
  public void takeBack(Caller caller, Document document) {
    desk.ask(caller, new Wish.TakeBack(proposed(caller, document), document.digest()));
  }

  /// @throws Declined where there is no such document, or it is no draft, or not the caller's
  public void discard(Caller caller, Document document) {
    desk.ask(caller, new Wish.Discard(proposed(caller, document), document.digest()));
  }

  /// Ends what is in force or approved for later; what sleeps under it is woken.
  ///
  /// @throws Declined where there is no such agreement, or nothing of it is agreed
  public void withdraw(Caller caller, String tenant, String policy, String because) {
    versions(caller, tenant, policy);
    desk.ask(caller, new Wish.Withdraw(AgreementId.of(new TenantId(tenant), policy), because));
  }

  private AgreementView there(Caller caller, Document document) {
    return there(
            caller,
            document.tenant(),
            document.policy(),
            entry -> entry.digest().equals(document.digest()))
        .getFirst();
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
        .filter(entry -> caller.sees(entry.agreement().tenant()))
        .filter(entry -> isOffered(entry) || caller.may(Right.PROPOSE));
  }

  /// A draft is nobody's business but of those who may propose it.
  private static boolean isOffered(Agreements.Entry entry) {
    return entry.standing() != Agreements.Standing.DRAFT;
  }
}
