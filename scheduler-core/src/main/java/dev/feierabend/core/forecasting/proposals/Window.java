package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.policies.language.WeekTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A window of every week.
///
/// @param from the hour of the week that it begins with, 0 to 167
/// @param length in hours, 1 to 168
public record Window(int from, int length) {
  private static final int DAY = 24;

  public Window {
    if (from < 0 || from >= Weeks.HOURS || length < 1 || length > Weeks.HOURS) {
      throw new IllegalArgumentException(
          "Expected a window of the week but found %d hours from hour %d".formatted(length, from));
    }
  }

  /// The longest windows of hours that fit, in order; one that goes over the week's end begins
  /// before it.
  static List<Window> of(IntPredicate fits) {
    if (IntStream.range(0, Weeks.HOURS).allMatch(fits)) {
      return List.of(new Window(0, Weeks.HOURS));
    }
    var windows = new ArrayList<Window>();
    for (int hour = 0; hour < Weeks.HOURS; hour++) {
      int begin = hour;
      if (fits.test(begin) && !fits.test((begin + Weeks.HOURS - 1) % Weeks.HOURS)) {
        long length =
            IntStream.iterate(begin, it -> it + 1)
                .takeWhile(it -> fits.test(it % Weeks.HOURS))
                .count();
        windows.add(new Window(begin, (int) length));
      }
    }
    return windows;
  }

  /// Its hours of the week, each 0 to 167.
  IntStream hours() {
    return IntStream.range(from, from + length).map(hour -> hour % Weeks.HOURS);
  }

  public WeekTime begin() {
    return time(from);
  }

  public WeekTime end() {
    return time((from + length) % Weeks.HOURS);
  }

  boolean isADayAtMost() {
    return length <= DAY;
  }

  /// The same on another day of the week.
  boolean isDaily(Window other) {
    return from % DAY == other.from % DAY && length == other.length;
  }

  private static WeekTime time(int hour) {
    return new WeekTime(DayOfWeek.of(hour / DAY + 1), LocalTime.of(hour % DAY, 0));
  }
}
