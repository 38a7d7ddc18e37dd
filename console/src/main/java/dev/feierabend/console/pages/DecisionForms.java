package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Yes and no beside a proposal.
@Controller
final class DecisionForms {
  private final Page page;
  private final Register register;

  DecisionForms(Page page, Register register) {
    this.page = page;
    this.register = register;
  }

  @Needs(Right.DECIDE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/approval")
  ModelAndView approve(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "approved",
        () -> register.approve(caller, new Document(tenant, policy, digest)));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/rejection")
  ModelAndView reject(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @RequestParam @NotBlank @Size(max = Wish.LONGEST_REASON) String because,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "rejected",
        () -> register.reject(caller, new Document(tenant, policy, digest), because));
  }
}
