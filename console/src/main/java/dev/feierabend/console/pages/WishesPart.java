package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Desk;
import dev.feierabend.console.api.Overrides;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.People;
import dev.feierabend.console.security.Powers;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/// What the reader may ask for with a form: capacity kept awake, a deputy, the end of an agreement.
final class WishesPart {
  /// A customer for whom the reader may name a deputy, and who is known to be there.
  public record Naming(String tenant, List<Caller> people) {}

  /// An agreement that the reader may withdraw.
  public record Withdrawable(String tenant, String policy) {}

  private final Register register;
  private final Overrides overrides;
  private final People people;
  private final Powers powers;
  private final Desk desk;

  WishesPart(Register register, Overrides overrides, People people, Powers powers, Desk desk) {
    this.register = register;
    this.overrides = overrides;
    this.people = people;
    this.powers = powers;
    this.desk = desk;
  }

  void fill(Model model, Reader reader) {
    Caller caller = reader.caller();
    model.addAttribute("keepables", tenants(caller, Right.OVERRIDE).map(this::keepable).toList());
    model.addAttribute(
        "namings", tenants(caller, Right.DEPUTISE).map(tenant -> naming(tenant, caller)).toList());
    model.addAttribute("withdrawables", withdrawables(caller));
  }

  private Stream<TenantId> tenants(Caller caller, Right right) {
    return register.tenants(caller).filter(tenant -> powers.may(caller, right, tenant));
  }

  private Keepable keepable(TenantId tenant) {
    return new Keepable(
        tenant.value(),
        desk.now(),
        desk.latestEnd(tenant, Set.of()),
        overrides.pools(tenant).stream()
            .map((PoolId pool) ->
                new Keepable.OfPool(pool.value(), desk.latestEnd(tenant, Set.of(pool))))
            .toList());
  }

  private Naming naming(TenantId tenant, Caller caller) {
    return new Naming(
        tenant.value(),
        people.of(tenant).stream()
            .filter(person -> !person.actor().equals(caller.actor()))
            .toList());
  }

  private List<Withdrawable> withdrawables(Caller caller) {
    return register.all(caller).stream()
        .filter(AgreementView::agreed)
        .filter(version -> powers.may(caller, Right.WITHDRAW, new TenantId(version.tenant())))
        .map(version -> new Withdrawable(version.tenant(), version.policy()))
        .distinct()
        .toList();
  }
}
