package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Out of an agreement, and out of one's own proposal.
@Controller
final class EndingForms {
  /// What is typed.
  record Reason(@NotBlank @Size(max = Wish.LONGEST_REASON) String because) {}

  private final Page page;
  private final Register register;

  EndingForms(Page page, Register register) {
    this.page = page;
    this.register = register;
  }

  @Needs(Right.WITHDRAW)
  @PostMapping("/agreements/{tenant}/{policy}/withdrawal")
  ModelAndView withdraw(
      @PathVariable String tenant,
      @PathVariable String policy,
      @Valid Reason reason,
      BindingResult read,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new HandedIn("withdraw-" + tenant + "/" + policy, read, new Reader(caller, locale)),
        "withdrawn",
        () -> register.withdraw(caller, tenant, policy, reason.because()));
  }

  @Needs(Right.PROPOSE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/retraction")
  ModelAndView takeBack(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "retracted",
        () -> register.takeBack(caller, new Document(tenant, policy, digest)));
  }
}
