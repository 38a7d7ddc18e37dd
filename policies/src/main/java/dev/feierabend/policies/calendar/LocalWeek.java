package dev.feierabend.policies.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// The week as a place lives it, by its own clocks: 168 hours from Monday's first. A day off is
/// lived like a Sunday, whichever day it falls on.
public record LocalWeek(ZoneId zone, Set<LocalDate> daysOff) {
  public LocalWeek {
    daysOff = Set.copyOf(daysOff);
  }

  public static LocalWeek of(ZoneId zone, Collection<Holiday> holidays) {
    return new LocalWeek(
        zone, holidays.stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet()));
  }

  /// 0 (Monday's first) to 167 (Sunday's last). An hour that the clocks show twice counts as the
  /// same one twice.
  public int hourOf(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    DayOfWeek lived =
        daysOff.contains(local.toLocalDate()) ? DayOfWeek.SUNDAY : local.getDayOfWeek();
    return (lived.getValue() - 1) * 24 + local.getHour();
  }
}
