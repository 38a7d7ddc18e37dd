package dev.feierabend.policies.almanac;

import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which day of a year, spelt `08-15`, `easter+60`, `easter`, `easter-48` or `2026-09-20`.
public sealed interface DayRule {
  /// Empty in a year that doesn't have it.
  Optional<LocalDate> in(int year);

  /// @throws RuntimeException `DateTimeException` or `IllegalArgumentException` where the text is
  ///   none of the spellings
  static DayRule of(String text) {
    if (text.startsWith(AroundEaster.EASTER)) {
      return AroundEaster.of(text);
    }
    return text.length() == "08-15".length()
        ? new Fixed(MonthDay.parse("--" + text))
        : new Dated(LocalDate.parse(Scalars.matching(Dated.SPELLING, text)));
  }

  /// The same day every year; 29 February in leap years only.
  record Fixed(MonthDay day) implements DayRule {
    @Override
    public Optional<LocalDate> in(int year) {
      return Optional.of(day).filter(d -> d.isValidYear(year)).map(d -> d.atYear(year));
    }

    @Override
    public String toString() {
      return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
  }

  /// So many days after Easter Sunday, or before it; never so many that the year is left.
  record AroundEaster(int days) implements DayRule {
    private static final String EASTER = "easter";
    private static final Pattern SPELLING = Pattern.compile(EASTER + "([+-][1-9]\\d{0,2})?");

    /// Easter Sunday is 22 March at the earliest and 25 April at the latest.
    private static final int FIRST = -80;

    private static final int LAST = 250;

    public AroundEaster {
      if (days < FIRST || days > LAST) {
        throw new IllegalArgumentException(
            "Expected %d to %d days from Easter but found %d".formatted(FIRST, LAST, days));
      }
    }

    private static AroundEaster of(String text) {
      String days = Scalars.matching(SPELLING, text).substring(EASTER.length());
      return new AroundEaster(days.isEmpty() ? 0 : Integer.parseInt(days));
    }

    @Override
    public Optional<LocalDate> in(int year) {
      return EasterSunday.in(year).map(sunday -> sunday.plusDays(days));
    }

    @Override
    public String toString() {
      return days == 0 ? EASTER : EASTER + "%+d".formatted(days);
    }
  }

  /// One date of one year.
  record Dated(LocalDate date) implements DayRule {
    private static final Pattern SPELLING = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public Optional<LocalDate> in(int year) {
      return Optional.of(date).filter(d -> d.getYear() == year);
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }
}
