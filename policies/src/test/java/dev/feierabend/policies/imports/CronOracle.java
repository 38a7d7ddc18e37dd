package dev.feierabend.policies.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// kube-green, minute by minute, from its documentation: awake it waits for the next time of
/// `sleepAt`, asleep for the next of `wakeUpAt`.
final class CronOracle {
  private static final int WARMING_UP = 15;

  private final String weekdays;
  private final String sleepAt;
  private final String wakeUpAt;
  private final ZoneId zone;

  CronOracle(String weekdays, String sleepAt, String wakeUpAt, String zone) {
    this.weekdays = weekdays;
    this.sleepAt = sleepAt;
    this.wakeUpAt = wakeUpAt;
    this.zone = ZoneId.of(zone);
  }

  /// Begun awake two weeks before `start`; knows the four weeks after it.
  Predicate<Instant> asleep(Instant start) {
    Set<Instant> asleepIn = new HashSet<>();
    boolean asleep = false;
    Instant minute = start.truncatedTo(ChronoUnit.MINUTES).minus(WARMING_UP, ChronoUnit.DAYS);
    for (int i = 0; i < (WARMING_UP + 29) * 24 * 60; i++) {
      asleep = falls(asleep ? wakeUpAt : sleepAt, minute.atZone(zone)) != asleep;
      if (asleep) {
        asleepIn.add(minute);
      }
      minute = minute.plus(1, ChronoUnit.MINUTES);
    }
    return at -> asleepIn.contains(at.truncatedTo(ChronoUnit.MINUTES));
  }

  private boolean falls(String time, ZonedDateTime now) {
    String[] parts = time.split(":");
    return names(weekdays, now.getDayOfWeek().getValue() % 7, 6)
        && names(parts[0], now.getHour(), 23)
        && names(parts[1], now.getMinute(), 59);
  }

  private static boolean names(String field, int value, int largest) {
    for (String part : field.split(",")) {
      String[] stepped = part.split("/");
      String[] range = stepped[0].split("-");
      boolean any = range[0].equals("*");
      int from = any ? 0 : Integer.parseInt(range[0]);
      int to =
          any || (range.length == 1 && stepped.length == 2)
              ? largest
              : Integer.parseInt(range[range.length - 1]);
      int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
      if (value >= from && value <= to && (value - from) % step == 0) {
        return true;
      }
    }
    return false;
  }
}
