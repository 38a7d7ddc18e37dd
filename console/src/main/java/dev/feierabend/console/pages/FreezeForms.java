package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Freezes;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The emergency brake, for one town or for all.
@Controller
final class FreezeForms {
  private final Page page;
  private final Freezes freezes;

  FreezeForms(Page page, Freezes freezes) {
    this.page = page;
    this.freezes = freezes;
  }

  @Needs(Right.FREEZE)
  @PostMapping("/tenants/{tenant}/freeze")
  ModelAndView freeze(
      @PathVariable TenantId tenant,
      @RequestParam @NotBlank @Size(max = Wish.LONGEST_REASON) String because,
      @CurrentCaller Caller caller,
      Locale locale) {
    return declared(Owner.of(tenant), because, new Reader(caller, locale));
  }

  @Needs(Right.FREEZE)
  @PostMapping("/tenants/{tenant}/thaw")
  ModelAndView thaw(@PathVariable TenantId tenant, @CurrentCaller Caller caller, Locale locale) {
    return lifted(Owner.of(tenant), new Reader(caller, locale));
  }

  @Needs(Right.FREEZE_ALL)
  @PostMapping("/freeze")
  ModelAndView freezeAll(
      @RequestParam @NotBlank @Size(max = Wish.LONGEST_REASON) String because,
      @CurrentCaller Caller caller,
      Locale locale) {
    return declared(Owner.OPERATOR, because, new Reader(caller, locale));
  }

  @Needs(Right.FREEZE_ALL)
  @PostMapping("/thaw")
  ModelAndView thawAll(@CurrentCaller Caller caller, Locale locale) {
    return lifted(Owner.OPERATOR, new Reader(caller, locale));
  }

  private ModelAndView declared(Owner scope, String because, Reader reader) {
    return page.after(reader, "frozen", () -> freezes.declare(scope, reader.caller(), because));
  }

  private ModelAndView lifted(Owner scope, Reader reader) {
    return page.after(reader, "thawed", () -> freezes.lift(scope, reader.caller()));
  }
}
