package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The button beside a proposal.
@Controller
final class ApprovalForm {
  private final Page page;
  private final Register register;

  ApprovalForm(Page page, Register register) {
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
        () -> register.approve(caller, tenant, policy, digest));
  }
}
