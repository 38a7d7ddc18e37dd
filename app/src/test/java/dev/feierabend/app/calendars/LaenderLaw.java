package dev.feierabend.app.calendars;

import dev.feierabend.policies.calendar.Land;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// The holidays that hold in all of a Land, from the Länder's holiday laws as of 2026, for 2024 to
/// 2032; Easter by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
final class LaenderLaw {
  private static final Set<Land> EPIPHANY = EnumSet.of(Land.BW, Land.BY, Land.ST);
  private static final Set<Land> WOMENS_DAY = EnumSet.of(Land.BE, Land.MV);
  private static final Set<Land> EASTER_AND_PENTECOST = EnumSet.of(Land.BB);
  private static final Set<Land> CORPUS_CHRISTI =
      EnumSet.of(Land.BW, Land.BY, Land.HE, Land.NW, Land.RP, Land.SL);
  private static final Set<Land> ALL_SAINTS =
      EnumSet.of(Land.BW, Land.BY, Land.NW, Land.RP, Land.SL);
  private static final Set<Land> REFORMATION =
      EnumSet.of(Land.BB, Land.HB, Land.HH, Land.MV, Land.NI, Land.SN, Land.ST, Land.SH, Land.TH);

  private LaenderLaw() {}

  static Set<LocalDate> of(Land land, int year) {
    var days = new TreeSet<LocalDate>();
    LocalDate easter = easter(year);
    for (int after : new int[] {-2, 1, 39, 50}) {
      days.add(easter.plusDays(after));
    }
    everywhere(days, year);
    add(days, EASTER_AND_PENTECOST.contains(land), easter);
    add(days, EASTER_AND_PENTECOST.contains(land), easter.plusDays(49));
    add(days, CORPUS_CHRISTI.contains(land), easter.plusDays(60));
    add(days, EPIPHANY.contains(land), LocalDate.of(year, 1, 6));
    add(days, WOMENS_DAY.contains(land), LocalDate.of(year, 3, 8));
    add(days, ALL_SAINTS.contains(land), LocalDate.of(year, 11, 1));
    add(days, REFORMATION.contains(land), LocalDate.of(year, 10, 31));
    add(days, land == Land.SL, LocalDate.of(year, 8, 15));
    add(days, land == Land.TH, LocalDate.of(year, 9, 20));
    add(days, land == Land.SN, repentance(year));
    add(days, land == Land.BE && year == 2025, LocalDate.of(2025, 5, 8));
    add(days, land == Land.BE && year == 2028, LocalDate.of(2028, 6, 17));
    return days;
  }

  private static void everywhere(Set<LocalDate> days, int year) {
    days.add(LocalDate.of(year, 1, 1));
    days.add(LocalDate.of(year, 5, 1));
    days.add(LocalDate.of(year, 10, 3));
    days.add(LocalDate.of(year, 12, 25));
    days.add(LocalDate.of(year, 12, 26));
  }

  private static void add(Set<LocalDate> days, boolean holds, LocalDate day) {
    if (holds) {
      days.add(day);
    }
  }

  /// The Wednesday before 23 November.
  private static LocalDate repentance(int year) {
    return LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
  }

  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
