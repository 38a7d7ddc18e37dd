package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A local time of the week, to the minute, spelt `Mon 20:00`.
public record WeekTime(DayOfWeek day, LocalTime time) {
  static final int MINUTES_A_WEEK = 7 * 24 * 60;
  private static final Pattern SPELLING =
      Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d{2}:\\d{2}");

  public WeekTime {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("Expected whole minutes but found " + time);
    }
  }

  /// Reads `Mon 20:00`; refuses everything else.
  public static WeekTime of(String text) {
    Scalars.matching(SPELLING, text);
    return new WeekTime(day(text.substring(0, 3)), LocalTime.parse(text.substring(4)));
  }

  /// Minutes since Monday 00:00.
  int minuteOfWeek() {
    return (day.getValue() - 1) * 24 * 60 + time.getHour() * 60 + time.getMinute();
  }

  private static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name(day).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name(day) + " " + time;
  }
}
