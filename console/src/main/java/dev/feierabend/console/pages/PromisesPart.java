package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Overrides;
import dev.feierabend.console.api.Register;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.ui.Model;

/// What is kept awake for now, and which agreements end.
final class PromisesPart {
  private final Overrides overrides;
  private final Register register;

  PromisesPart(Overrides overrides, Register register) {
    this.overrides = overrides;
    this.register = register;
  }

  void fill(Model model, Reader reader) {
    model.addAttribute("overrides", overrides.running(reader.caller()));
    model.addAttribute(
        "endings",
        register.all(reader.caller()).stream()
            .filter(version -> version.active() && version.ends() != null)
            .sorted(Comparator.comparing(PromisesPart::end))
            .toList());
  }

  private static Instant end(AgreementView version) {
    Instant ends = version.ends();
    return ends == null ? Instant.MAX : ends;
  }
}
