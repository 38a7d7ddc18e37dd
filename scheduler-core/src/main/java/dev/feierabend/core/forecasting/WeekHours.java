package dev.feierabend.core.forecasting;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;

/// Which hour of the week each hour of a span is lived as. Made once and shared by all hosts of a
/// place, as asking a calendar takes longer than forecasting does.
public final class WeekHours {
  static final int COUNT = 168;
  private static final int MONDAY_1970_01_05 = 96;

  private final long first;
  private final byte[] hours;

  private WeekHours(long first, byte[] hours) {
    this.first = first;
    this.hours = hours;
  }

  /// @param lived 0 (Monday's first hour) to 167; holidays are lived as what they are like, as a
  ///   `LocalWeek` says
  public static WeekHours between(Instant from, Instant until, ToIntFunction<Instant> lived) {
    long first = HourlyLoad.number(from);
    var hours = new byte[Math.toIntExact(HourlyLoad.number(until) - first)];
    for (int hour = 0; hour < hours.length; hour++) {
      Instant start = Instant.EPOCH.plus(Duration.ofHours(first + hour));
      hours[hour] = (byte) (checked(lived.applyAsInt(start)) - 128);
    }
    return new WeekHours(first, hours);
  }

  private static int checked(int hour) {
    if (hour < 0 || hour >= COUNT) {
      throw new IllegalArgumentException("Expected an hour of the week from 0 to 167, not " + hour);
    }
    return hour;
  }

  /// Beyond the span: by UTC, without holidays.
  int at(long hour) {
    long place = hour - first;
    if (place >= 0 && place < hours.length) {
      return hours[(int) place] + 128;
    }
    return (int) Math.floorMod(hour - MONDAY_1970_01_05, (long) COUNT);
  }

  /// Of a recording's hours and of the week after them, in order.
  int[] of(HourlyLoad load) {
    var lived = new int[load.hours() + COUNT];
    for (int hour = 0; hour < lived.length; hour++) {
      lived[hour] = at(load.first() + hour);
    }
    return lived;
  }
}
