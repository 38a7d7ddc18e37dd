package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.TimeSpec.Days;
import dev.feierabend.policies.imports.TimeSpec.Times;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads kube-downscaler's times: `Mon-Fri 07:30-20:30 Europe/Berlin`, absolute ones, lists of
/// these, `always` and `never`.
final class TimeSpecs {
  private static final String EXPECTED =
      "times, for example \"Mon-Fri 07:30-20:30 Europe/Berlin\" or"
          + " \"2026-04-01T09:00:00+02:00-2026-04-10T17:30:00+02:00\"";

  static final Scalar<Times> TIMES = Scalars.of(EXPECTED + ", always or never", TimeSpecs::times);

  static final Scalar<Times> FORCED = Scalars.of(EXPECTED + ", true or false", TimeSpecs::forced);

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /// Their zone names are found whatever their case.
  private static final SortedMap<String, String> ZONES = Collections.unmodifiableSortedMap(zones());

  private static final Pattern WEEKLY =
      Pattern.compile(
          "(?:([a-zA-Z]{3})-([a-zA-Z]{3}) )?(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)(?: ([a-zA-Z/_]+))?");

  private static final String INSTANT =
      "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[-+]\\d{2}:\\d{2})";

  private static final Pattern DATED = Pattern.compile(INSTANT + "-" + INSTANT);

  private TimeSpecs() {}

  private static Times forced(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Times.ALWAYS;
      case "false", "" -> Times.NEVER;
      default -> times(text);
    };
  }

  private static Times times(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "always" -> Times.ALWAYS;
      case "never" -> Times.NEVER;
      default ->
          new Times(
              false,
              Arrays.stream(text.split(",", -1)).map(String::strip).map(TimeSpecs::one).toList());
    };
  }

  private static TimeSpec one(String text) {
    Matcher dated = DATED.matcher(text);
    if (dated.matches()) {
      return new TimeSpec.Dated(
          OffsetDateTime.parse(dated.group(1)).toInstant(),
          OffsetDateTime.parse(dated.group(2)).toInstant());
    }
    Matcher weekly = WEEKLY.matcher(text);
    if (!weekly.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new TimeSpec.Weekly(
        days(weekly.group(1), weekly.group(2)),
        minute(weekly.group(3), weekly.group(4)),
        minute(weekly.group(5), weekly.group(6)),
        Optional.ofNullable(weekly.group(7)).map(TimeSpecs::zone));
  }

  private static Optional<Days> days(@Nullable String first, @Nullable String last) {
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Days(day(first), day(last)));
  }

  private static int day(String name) {
    int day = DAYS.indexOf(name.toLowerCase(Locale.ROOT));
    if (day < 0) {
      throw new IllegalArgumentException(name);
    }
    return day;
  }

  private static int minute(String hour, String minute) {
    int ofDay = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    if (ofDay > WeekMinutes.DAY || Integer.parseInt(minute) > 59) {
      throw new IllegalArgumentException(hour + ":" + minute);
    }
    return ofDay;
  }

  private static ZoneId zone(String name) {
    String ours = ZONES.get(name);
    if (ours == null) {
      throw new IllegalArgumentException(name);
    }
    return ZoneId.of(ours);
  }

  private static SortedMap<String, String> zones() {
    var zones = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    ZoneId.getAvailableZoneIds().forEach(id -> zones.put(id, id));
    return zones;
  }
}
