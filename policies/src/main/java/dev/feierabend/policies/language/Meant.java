package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody probably meant who wrote a zone or a day otherwise than we spell it. Only what
/// would be accepted is proposed.
final class Meant {
  /// English and German names; ours are the beginnings of the English ones.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("monday", "Mon"),
          Map.entry("montag", "Mon"),
          Map.entry("tuesday", "Tue"),
          Map.entry("dienstag", "Tue"),
          Map.entry("wednesday", "Wed"),
          Map.entry("mittwoch", "Wed"),
          Map.entry("thursday", "Thu"),
          Map.entry("donnerstag", "Thu"),
          Map.entry("friday", "Fri"),
          Map.entry("freitag", "Fri"),
          Map.entry("saturday", "Sat"),
          Map.entry("samstag", "Sat"),
          Map.entry("sunday", "Sun"),
          Map.entry("sonntag", "Sun"));

  private static final Pattern DAY_AND_TIME =
      Pattern.compile("(\\p{L}{2,12})\\.?,?\\s*(\\d{1,2}):(\\d{2})");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

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
    return day(written.group(1))
        .map(day -> day + " " + time)
        .filter(point -> accepted(() -> WeekTime.of(point)));
  }

  /// `Mo-Do` and `Montag, Mittwoch` as `Mon-Thu` and `Mon,Wed`.
  static Optional<String> days(String text) {
    String spelt =
        WORD.matcher(text.replaceAll("[\\s.]", ""))
            .replaceAll(word -> day(word.group()).orElse(word.group()));
    return Optional.of(spelt).filter(days -> accepted(() -> Days.of(days)));
  }

  /// By its beginning of two letters and more, or by its name with a slip.
  static Optional<String> day(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return NAMES.keySet().stream()
        .filter(name -> word.length() >= 2 && name.startsWith(word))
        .min(String::compareTo)
        .or(() -> Nearest.to(word, NAMES.keySet()))
        .map(NAMES::get)
        .or(() -> Nearest.to(text, NAMES.values()));
  }

  private static boolean accepted(Supplier<?> reading) {
    try {
      var _ = reading.get();
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }
}
