package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.api.StandIns;
import dev.feierabend.console.security.Powers;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/// Who stands in for whom, and for whom the reader does.
final class PeoplePart {
  /// A deputy of one customer, and whether the reader may dismiss it.
  public record Deputy(String tenant, DeputyView term, boolean dismissable) {}

  private final Register register;
  private final StandIns standIns;
  private final Powers powers;

  PeoplePart(Register register, StandIns standIns, Powers powers) {
    this.register = register;
    this.standIns = standIns;
    this.powers = powers;
  }

  void fill(Model model, Reader reader) {
    List<TenantId> tenants = register.tenants(reader.caller()).toList();
    model.addAttribute(
        "deputies", tenants.stream().flatMap(tenant -> deputies(tenant, reader)).toList());
    model.addAttribute(
        "standingIn",
        tenants.stream()
            .flatMap(tenant ->
                standIns.covering(tenant, reader.caller()).stream()
                    .map(term -> new Deputy(tenant.value(), term, false)))
            .toList());
  }

  private Stream<Deputy> deputies(TenantId tenant, Reader reader) {
    boolean dismissable = powers.may(reader.caller(), Right.DEPUTISE, tenant);
    return standIns.of(tenant).stream().map(term -> new Deputy(tenant.value(), term, dismissable));
  }
}
