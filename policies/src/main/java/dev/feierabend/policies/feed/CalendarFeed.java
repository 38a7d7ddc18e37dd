package dev.feierabend.policies.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.SchedulePolicy;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;

/// An iCalendar (RFC 5545) of a policy's sleeps, for Outlook and every other calendar. Times stand
/// in UTC and are shown in the reader's own zone; a sleep has the same UID in each edition, so that
/// a subscriber's calendar changes what changed and nothing else.
///
/// @param evaluation tells when policies sleep
/// @param name what the calendar is called, for example `ahausen/rathaus`
/// @param locale German for a German one, English for every other
/// @param stamp when this edition was made; the same one makes the same bytes
public record CalendarFeed(Evaluation evaluation, String name, Locale locale, Instant stamp) {
  private static final DateTimeFormatter UID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public CalendarFeed {
    locale = "de".equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
  }

  /// A machine that is off, which nobody's policy tells.
  ///
  /// @param id its own for good
  /// @param to as far as is known
  public record Off(String id, String machine, Instant from, Instant to) {}

  /// Every sleep of `policies` from `from` inclusive to `to` exclusive; without policies an empty
  /// calendar, for a subscription outlives an agreement.
  public String of(List<SchedulePolicy> policies, Instant from, Instant to) {
    ICalendar calendar = empty();
    policies.forEach(policy -> add(calendar, new Whose(name, policy.name()), policy, from, to));
    return Biweekly.write(calendar).go();
  }

  /// The same of many agreements in one calendar, each under its own name, and of machines.
  public String ofAll(
      SortedMap<String, SchedulePolicy> agreements, List<Off> machines, Instant from, Instant to) {
    ICalendar calendar = empty();
    agreements.forEach(
        (agreement, policy) -> add(calendar, new Whose(agreement, agreement), policy, from, to));
    machines.forEach(machine -> calendar.addEvent(event(machine)));
    return Biweekly.write(calendar).go();
  }

  /// Whose sleeps these are, for programs and for people.
  private record Whose(String id, String spoken) {}

  private ICalendar empty() {
    var calendar = new ICalendar();
    calendar.setProductId("-//Feierabend//Feierabend//EN");
    calendar.setMethod(Method.publish());
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    calendar.setRefreshInterval(Duration.builder().hours(1).build());
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
    return calendar;
  }

  private void add(
      ICalendar calendar, Whose whose, SchedulePolicy policy, Instant from, Instant to) {
    Sleep.of(evaluation, policy, from, to)
        .forEach(sleep -> calendar.addEvent(event(whose, policy, sleep)));
  }

  private VEvent event(Whose whose, SchedulePolicy policy, Sleep sleep) {
    VEvent event = event(whose.id(), sleep.from(), sleep.to());
    event.setSummary(word("summary", whose.spoken()));
    event.setDescription(
        word(
            "description",
            BecauseText.of(sleep.verdict().because(), locale, policy.zone()),
            sleep.verdict().readyBy().atZone(policy.zone()).toLocalTime()));
    return event;
  }

  private VEvent event(Off machine) {
    VEvent event = event(machine.id(), machine.from(), machine.to());
    event.setSummary(word("machine-off", machine.machine()));
    return event;
  }

  private VEvent event(String id, Instant from, Instant to) {
    var event = new VEvent();
    event.setUid("%s.%s@feierabend.dev".formatted(UID.format(from), id));
    event.setDateTimeStamp(Date.from(stamp));
    event.setDateStart(Date.from(from));
    event.setDateEnd(Date.from(to));
    event.setTransparency(Transparency.transparent());
    return event;
  }

  private String word(String key, Object... values) {
    String pattern = ResourceBundle.getBundle("policies.feed", locale).getString(key);
    return new MessageFormat(pattern, locale).format(values);
  }
}
