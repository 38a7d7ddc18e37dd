package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.reporting.energy.TwoTowns;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Records weeks of Ahausen's pool, hour by hour; Bedorf's uses as much at its work and as much
/// memory, on two hosts that they share.
final class FourWeeks {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
  static final Evaluation NO_HOLIDAYS = new Evaluation(HolidayCalendar.NONE);
  static final int REST = 1;
  static final int WORK = 10;

  private static final PoolId AHAUSEN = new PoolId("ahausen-pool");
  private static final PoolId BEDORF = new PoolId("bedorf-pool");

  /// Cores, on the average of an hour and at its peak.
  record Use(double mean, double peak) {
    static Use of(double cores) {
      return new Use(cores, cores);
    }
  }

  private final Map<String, Function<ZonedDateTime, Use>> members = new TreeMap<>();
  private Predicate<ZonedDateTime> seen = _ -> true;
  private String fleet = TwoTowns.FLEET;
  private LocalDate first = MONDAY;
  private int weeks = 4;

  /// Works from Monday to Friday, 7:00 to 18:00.
  static FourWeeks office() {
    return new FourWeeks().with("office", at -> Use.of(isOpen(at) ? WORK : REST));
  }

  static boolean isOpen(ZonedDateTime at) {
    return at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && at.getHour() >= 7
        && at.getHour() < 18;
  }

  FourWeeks with(String member, Function<ZonedDateTime, Use> use) {
    members.put(member, use);
    return this;
  }

  /// Of other hours nothing is recorded.
  FourWeeks seen(Predicate<ZonedDateTime> when) {
    seen = when;
    return this;
  }

  FourWeeks from(LocalDate date) {
    first = date;
    return this;
  }

  FourWeeks weeks(int count) {
    weeks = count;
    return this;
  }

  FourWeeks whoseHostsNobodySwitches() {
    fleet = TwoTowns.FLEET.replace(", controller: play", "");
    return this;
  }

  Suggestion suggested() {
    return adviser()
        .suggest(
            pool(),
            new Naming(
                "nights",
                BERLIN,
                never -> "work in %d of %d".formatted(never.weeks(), never.of())));
  }

  Suggestion.Proposed proposed() {
    return switch (suggested()) {
      case Suggestion.Proposed proposed -> proposed;
      case Suggestion.Declined declined -> throw new AssertionError(declined.toString());
    };
  }

  Adviser adviser() {
    var book = new LoadBook(fleet());
    Instant at = first.atStartOfDay(BERLIN).toInstant();
    Instant end = first.plusWeeks(weeks).atStartOfDay(BERLIN).toInstant();
    for (; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
      ZonedDateTime local = at.atZone(BERLIN);
      if (seen.test(local)) {
        book.tell(recorded(AHAUSEN, "ahausen", at));
        book.tell(recorded(BEDORF, "bedorf", at));
      }
    }
    return new Adviser(fleet(), book, NO_HOLIDAYS);
  }

  private UtilisationRecorded recorded(PoolId pool, String tenant, Instant at) {
    return new UtilisationRecorded(
        Owner.of(new TenantId(tenant)),
        pool,
        at,
        at.plus(Duration.ofHours(1)),
        1,
        members.entrySet().stream()
            .map(member -> sample(member.getKey(), member.getValue().apply(at.atZone(BERLIN))))
            .toList());
  }

  private static Sample sample(String member, Use use) {
    return new Sample(member, use.mean(), use.peak(), 1024, Optional.empty());
  }

  private Pool pool() {
    return fleet().pools().stream().filter(it -> it.id().equals(AHAUSEN)).findFirst().orElseThrow();
  }

  private Fleet fleet() {
    return switch (FleetParser.parse("fleet.yaml", fleet.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var valid) -> valid;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
