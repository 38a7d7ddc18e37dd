package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Proposals;
import dev.feierabend.console.api.Register;
import dev.feierabend.console.api.Register.Document;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What becomes of a draft: others are asked to decide on it, or nobody is.
@Controller
final class DraftForms {
  private final Page page;
  private final Proposals proposals;
  private final Register register;

  DraftForms(Page page, Proposals proposals, Register register) {
    this.page = page;
    this.proposals = proposals;
    this.register = register;
  }

  @Needs(Right.PROPOSE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/proposal")
  ModelAndView propose(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "proposed",
        () -> proposals.propose(caller, new Document(tenant, policy, digest)));
  }

  @Needs(Right.PROPOSE)
  @PostMapping("/agreements/{tenant}/{policy}/{digest}/discarding")
  ModelAndView discard(
      @PathVariable String tenant,
      @PathVariable String policy,
      @PathVariable String digest,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "discarded",
        () -> register.discard(caller, new Document(tenant, policy, digest)));
  }
}
