package dev.feierabend.policies.almanac;

import java.time.LocalDate;
import java.util.Optional;

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 as Jean Meeus gives
/// it (Astronomical Algorithms, chapter 8).
final class EasterSunday {
  private static final int FIRST_YEAR = 1583;
  private static final int LAST_YEAR = 9999;

  private EasterSunday() {}

  /// Empty before 1583, when that calendar began, and after 9999, where documents end.
  static Optional<LocalDate> in(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    int golden = year % 19;
    int century = year / 100;
    int leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    int moon = (19 * golden + leaps + 15) % 30;
    int ofCentury = year % 100;
    int sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
    int late = (golden + 11 * moon + 22 * sunday) / 451;
    int days = moon + sunday - 7 * late + 114;
    return Optional.of(LocalDate.of(year, days / 31, days % 31 + 1));
  }
}
