package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A local time of every year, spelt `12-24 12:00`; one on 29 February exists in leap years only.
public record YearTime(MonthDay day, LocalTime time) implements Point, Comparable<YearTime> {
  private static final Pattern SPELLING = Pattern.compile("\\d{2}-\\d{2} \\d{2}:\\d{2}");

  static YearTime of(String text) {
    Scalars.matching(SPELLING, text);
    return new YearTime(
        MonthDay.parse("--" + text.substring(0, 5)), LocalTime.parse(text.substring(6)));
  }

  Optional<LocalDateTime> in(int year) {
    return Optional.of(day).filter(d -> d.isValidYear(year)).map(d -> d.atYear(year).atTime(time));
  }

  @Override
  public int compareTo(YearTime other) {
    return Comparator.comparing(YearTime::day).thenComparing(YearTime::time).compare(this, other);
  }

  @Override
  public String toString() {
    return "%02d-%02d %s".formatted(day.getMonthValue(), day.getDayOfMonth(), time);
  }
}
