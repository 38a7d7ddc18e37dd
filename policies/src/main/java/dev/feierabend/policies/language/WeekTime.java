package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// A local time of the week, to the minute, spelt `Mon 20:00`.
public record WeekTime(DayOfWeek day, LocalTime time) implements Point {
  static final int MINUTES_A_WEEK = 7 * 24 * 60;
  private static final Pattern SPELLING = Pattern.compile(Days.DAY + " \\d{2}:\\d{2}");

  public WeekTime {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("Expected whole minutes but found " + time);
    }
  }

  /// Reads `Mon 20:00`; refuses everything else.
  public static WeekTime of(String text) {
    Scalars.matching(SPELLING, text);
    return new WeekTime(Days.day(text.substring(0, 3)), LocalTime.parse(text.substring(4)));
  }

  /// Minutes since Monday 00:00.
  int minuteOfWeek() {
    return (day.getValue() - 1) * 24 * 60 + time.getHour() * 60 + time.getMinute();
  }

  @Override
  public String toString() {
    return Days.name(day) + " " + time;
  }
}
