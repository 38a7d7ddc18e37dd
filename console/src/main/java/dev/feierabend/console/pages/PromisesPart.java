package dev.feierabend.console.pages;

import dev.feierabend.console.api.Accounting;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.console.api.Overrides;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Powers;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.ui.Model;

/// What is kept awake for now, which agreements end, and by which price savings are told.
final class PromisesPart {
  private final Overrides overrides;
  private final Register register;
  private final Accounting accounting;
  private final Powers powers;

  PromisesPart(Overrides overrides, Register register, Accounting accounting, Powers powers) {
    this.accounting = accounting;
    this.overrides = overrides;
    this.register = register;
    this.powers = powers;
  }

  void fill(Model model, Reader reader) {
    model.addAttribute("price", accounting.euroAKwh().orElse(null));
    model.addAttribute(
        "overrides",
        overrides.running(reader.caller()).stream()
            .map(running -> new KeptAwake(running, mayEnd(reader.caller(), running)))
            .toList());
    model.addAttribute(
        "endings",
        register.all(reader.caller()).stream()
            .filter(version -> version.active() && version.ends() != null)
            .sorted(Comparator.comparing(PromisesPart::end))
            .toList());
  }

  private boolean mayEnd(Caller caller, OverrideView running) {
    return powers.may(caller, Right.OVERRIDE, new TenantId(running.tenant()));
  }

  private static Instant end(AgreementView version) {
    Instant ends = version.ends();
    return ends == null ? Instant.MAX : ends;
  }
}
