package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.DeputyWish;
import dev.feierabend.console.api.StandIns;
import dev.feierabend.console.api.Telling;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Somebody stands in, from when to when, or no longer does.
@Controller
final class DeputyForms {
  /// What is typed: times on the town's clocks.
  record Fields(
      @NotNull ActorId deputy,
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until) {

    DeputyWish wish(ZoneId zone) {
      return new DeputyWish(from.atZone(zone).toInstant(), until.atZone(zone).toInstant());
    }
  }

  private final Page page;
  private final StandIns standIns;
  private final ZoneId zone;

  DeputyForms(Page page, StandIns standIns, Telling telling) {
    this.page = page;
    this.standIns = standIns;
    this.zone = telling.zone();
  }

  @Needs(Right.DEPUTISE)
  @PostMapping("/tenants/{tenant}/deputies")
  ModelAndView name(
      @PathVariable TenantId tenant,
      @Valid Fields fields,
      BindingResult read,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new HandedIn("deputy-" + tenant, read, new Reader(caller, locale)),
        "named",
        () -> standIns.name(caller, tenant, fields.deputy(), fields.wish(zone)));
  }

  @Needs(Right.DEPUTISE)
  @PostMapping("/tenants/{tenant}/deputies/{deputy}/dismissal")
  ModelAndView dismiss(
      @PathVariable TenantId tenant,
      @PathVariable ActorId deputy,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale), "dismissed", () -> standIns.dismiss(caller, tenant, deputy));
  }
}
