package dev.feierabend.policies.imports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// kube-downscaler's times, asked of one instant alone, from its documentation.
final class SpecOracle {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final int INSTANT = "2026-04-01T09:00:00+02:00".length();

  private SpecOracle() {}

  static boolean matches(String times, Instant at) {
    if (times.equalsIgnoreCase("always") || times.equalsIgnoreCase("never")) {
      return times.equalsIgnoreCase("always");
    }
    for (String entry : times.split(",")) {
      String one = entry.strip();
      if (Character.isDigit(one.charAt(0)) ? dated(one, at) : weekly(one, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean dated(String entry, Instant at) {
    Instant from = OffsetDateTime.parse(entry.substring(0, INSTANT)).toInstant();
    Instant to = OffsetDateTime.parse(entry.substring(INSTANT + 1)).toInstant();
    return !at.isBefore(from) && !at.isAfter(to);
  }

  private static boolean weekly(String entry, Instant at) {
    String[] words = entry.split(" ");
    ZonedDateTime local = at.atZone(ZoneId.of(words[2]));
    int today = local.getDayOfWeek().getValue() - 1;
    int first = day(words[0].substring(0, 3));
    int last = day(words[0].substring(4));
    boolean onThatDay =
        first <= last ? first <= today && today <= last : today >= first || today <= last;
    int now = local.getHour() * 60 + local.getMinute();
    return onThatDay
        && minute(words[1].substring(0, 5)) <= now
        && now < minute(words[1].substring(6));
  }

  private static int day(String name) {
    return DAYS.indexOf(name.toUpperCase(Locale.ROOT));
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
