package dev.feierabend.policies.comparison;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The time that changes hands by weekday and by year, of local days; what changes nothing is left
/// out.
public record Tally(
    SortedMap<DayOfWeek, Shift> byWeekday, SortedMap<Year, Shift> byYear, Shift total) {
  public Tally {
    byWeekday = Collections.unmodifiableSortedMap(new TreeMap<>(byWeekday));
    byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
  }

  public static Tally of(List<Change> changes, ZoneId zone) {
    var byWeekday = new TreeMap<DayOfWeek, Shift>();
    var byYear = new TreeMap<Year, Shift>();
    Shift total = Shift.NONE;
    for (Change change : changes) {
      byDay(change, zone)
          .forEach((date, shift) -> {
            byWeekday.merge(date.getDayOfWeek(), shift, Shift::plus);
            byYear.merge(Year.from(date), shift, Shift::plus);
          });
      total = total.plus(Shift.of(change.asleep(), change.length()));
    }
    return new Tally(byWeekday, byYear, total);
  }

  /// A change over midnight belongs to both days.
  private static SortedMap<LocalDate, Shift> byDay(Change change, ZoneId zone) {
    var days = new TreeMap<LocalDate, Shift>();
    Instant from = change.from();
    while (from.isBefore(change.to())) {
      LocalDate date = LocalDate.ofInstant(from, zone);
      Instant midnight = date.plusDays(1).atStartOfDay(zone).toInstant();
      Instant to = midnight.isBefore(change.to()) ? midnight : change.to();
      days.put(date, Shift.of(change.asleep(), Duration.between(from, to)));
      from = to;
    }
    return days;
  }
}
