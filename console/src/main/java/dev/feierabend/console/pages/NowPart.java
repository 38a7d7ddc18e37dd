package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Freezes;
import dev.feierabend.console.api.Outlook;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Powers;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/// What sleeps, what is due, what waits for a decision, what can be stopped.
final class NowPart {
  private final Outlook outlook;
  private final Register register;
  private final Freezes freezes;
  private final Weeks weeks;
  private final Powers powers;

  NowPart(Outlook outlook, Register register, Freezes freezes, Weeks weeks, Powers powers) {
    this.outlook = outlook;
    this.register = register;
    this.freezes = freezes;
    this.weeks = weeks;
    this.powers = powers;
  }

  void fill(Model model, Reader reader) {
    Caller caller = reader.caller();
    model.addAttribute("plans", outlook.now(reader));
    model.addAttribute("weeks", weeks.inForce(reader));
    model.addAttribute("freezables", freezables(caller));
    model.addAttribute(
        "proposals",
        register.all(caller).stream()
            .filter(AgreementView::open)
            .map(version ->
                Proposal.of(version, caller, decides(caller, version), weeks.of(version, reader)))
            .toList());
    model.addAttribute(
        "drafts", register.drafts(caller).map(entry -> Draft.of(entry, caller)).toList());
  }

  private boolean decides(Caller caller, AgreementView version) {
    return powers.may(caller, Right.DECIDE, new TenantId(version.tenant()));
  }

  private List<Freezable> freezables(Caller caller) {
    Stream<Freezable> towns =
        register
            .tenants(caller)
            .filter(tenant -> powers.may(caller, Right.FREEZE, tenant))
            .map(tenant ->
                new Freezable(
                    tenant.value(),
                    "/tenants/" + tenant,
                    freezes.inForce(Owner.of(tenant), caller)));
    Stream<Freezable> all =
        caller.may(Right.FREEZE_ALL)
            ? Stream.of(new Freezable("", "", freezes.inForce(Owner.OPERATOR, caller)))
            : Stream.empty();
    return Stream.concat(towns, all).toList();
  }
}
