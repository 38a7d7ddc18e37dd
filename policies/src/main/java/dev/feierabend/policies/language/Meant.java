package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody probably meant who wrote a zone or a day otherwise than we spell it. Only what
/// would be accepted is proposed.
final class Meant {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// English and German names of days, long and short, differ in their first two letters.
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("mo", "Mon"),
          Map.entry("tu", "Tue"),
          Map.entry("di", "Tue"),
          Map.entry("we", "Wed"),
          Map.entry("mi", "Wed"),
          Map.entry("th", "Thu"),
          Map.entry("do", "Thu"),
          Map.entry("fr", "Fri"),
          Map.entry("sa", "Sat"),
          Map.entry("su", "Sun"),
          Map.entry("so", "Sun"));

  private static final Pattern DAY_AND_TIME =
      Pattern.compile("(\\p{L}{2,12})\\.?,?\\s*(\\d{1,2}):(\\d{2})");

  private Meant() {}

  /// The nearest of all zones, or the one that ends in the city named: `Berlin`.
  static Optional<String> zone(String text) {
    var zones = ZoneId.getAvailableZoneIds();
    String city = "/" + text.toLowerCase(Locale.ROOT);
    return zones.stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
        .min(String::compareTo)
        .or(() -> Nearest.to(text, zones));
  }

  /// `Mo 20:00`, `Montag, 20:00` and `Monday 8:00` as `Mon 20:00` and `Mon 08:00`.
  static Optional<String> weekTime(String text) {
    Matcher written = DAY_AND_TIME.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    String time = "%02d:%s".formatted(Integer.parseInt(written.group(2)), written.group(3));
    return day(written.group(1)).map(day -> day + " " + time).filter(Meant::isWeekTime);
  }

  static Optional<String> day(String text) {
    String beginning = text.substring(0, Math.min(2, text.length())).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BEGINNINGS.get(beginning)).or(() -> Nearest.to(text, DAYS));
  }

  private static boolean isWeekTime(String text) {
    try {
      return text.equals(WeekTime.of(text).toString());
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }
}
