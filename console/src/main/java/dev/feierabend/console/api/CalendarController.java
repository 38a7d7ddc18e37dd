package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sleeps of an agreement, or of all, as a calendar to subscribe to.
@RestController
final class CalendarController {
  private final Calendars calendars;

  CalendarController(Calendars calendars) {
    this.calendars = calendars;
  }

  /// What is in force, from two weeks ago to a year on. Calendars don't say which language their
  /// owner reads, so `lang` may.
  @Needs(Right.READ)
  @GetMapping(
      path = "/api/v1/agreements/{tenant}/{policy}/calendar.ics",
      produces = "text/calendar;charset=UTF-8")
  String calendar(
      @PathVariable String tenant,
      @PathVariable String policy,
      @RequestParam(required = false) @Nullable String lang,
      @CurrentCaller Caller caller,
      Locale locale) {
    return calendars.of(tenant, policy, new Chronicle.Reader(caller, wanted(lang, locale)));
  }

  /// All that the caller sees, in one calendar: other teams' maintenance calendars subscribe to it.
  /// Who sees the machines finds there, too, which are off now.
  @Needs(Right.READ)
  @GetMapping(path = "/api/v1/plans/calendar.ics", produces = "text/calendar;charset=UTF-8")
  String all(
      @RequestParam(required = false) @Nullable String lang,
      @CurrentCaller Caller caller,
      Locale locale) {
    return calendars.ofAll(new Chronicle.Reader(caller, wanted(lang, locale)));
  }

  private static Locale wanted(@Nullable String lang, Locale locale) {
    return lang == null ? locale : Locale.forLanguageTag(lang);
  }
}
