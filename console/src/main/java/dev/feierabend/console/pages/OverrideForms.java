package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.OverrideWish;
import dev.feierabend.console.api.Overrides;
import dev.feierabend.console.api.Telling;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.terms.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Not tonight", and "enough of it".
@Controller
final class OverrideForms {
  /// What is typed: `until` on the town's clocks.
  record Fields(
      @Nullable List<String> pools,
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
      @NotBlank @Size(max = Wish.LONGEST_REASON) String because) {

    /// An end that the clocks show twice is the later one: on is safe.
    OverrideWish wish(ZoneId zone) {
      return new OverrideWish(pools, LocalTimes.sleepsAt(until, zone), because);
    }
  }

  private final Page page;
  private final Overrides overrides;
  private final ZoneId zone;

  OverrideForms(Page page, Overrides overrides, Telling telling) {
    this.page = page;
    this.overrides = overrides;
    this.zone = telling.zone();
  }

  @Needs(Right.OVERRIDE)
  @PostMapping("/tenants/{tenant}/override")
  ModelAndView grant(
      @PathVariable TenantId tenant,
      @Valid Fields fields,
      BindingResult read,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new HandedIn("override-" + tenant, read, new Reader(caller, locale)),
        "kept",
        () -> overrides.grant(caller, tenant, fields.wish(zone)));
  }

  /// Ends the override of exactly these pools; none named: the one of all of the tenant's.
  @Needs(Right.OVERRIDE)
  @PostMapping("/tenants/{tenant}/override/end")
  ModelAndView end(
      @PathVariable TenantId tenant,
      @RequestParam(defaultValue = "") List<String> pools,
      @CurrentCaller Caller caller,
      Locale locale) {
    return page.after(
        new Reader(caller, locale),
        "ended",
        () -> overrides.end(caller, tenant, Optional.of(pools)));
  }
}
