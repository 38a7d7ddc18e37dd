package dev.feierabend.console.pages;

import dev.feierabend.console.api.Accounting;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Problems;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One agreement: what its documents are expected to save, and what the one in force did.
@Controller
final class AgreementPage {
  private final Accounting accounting;
  private final Page page;
  private final Problems problems;

  AgreementPage(Accounting accounting, Page page, Problems problems) {
    this.accounting = accounting;
    this.page = page;
    this.problems = problems;
  }

  @Needs(Right.READ)
  @GetMapping(path = "/agreements/{tenant}/{policy}", produces = MediaType.TEXT_HTML_VALUE)
  String agreement(
      @PathVariable String tenant,
      @PathVariable String policy,
      @CurrentCaller Caller caller,
      Locale locale,
      Model model) {
    page.forReader(model, new Reader(caller, locale));
    model.addAttribute("tenant", tenant);
    model.addAttribute("policy", policy);
    try {
      model.addAttribute("savings", accounting.savings(caller, tenant, policy));
    } catch (Declined declined) {
      var refusal = declined.refusal().orElseThrow(() -> declined);
      model.addAttribute("savings", List.of());
      model.addAttribute("refusal", problems.sentence(refusal, locale));
    }
    return "console/agreement";
  }
}
