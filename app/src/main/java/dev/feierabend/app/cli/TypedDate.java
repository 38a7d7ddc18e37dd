package dev.feierabend.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Dates as people type them: of years with four digits and no sign, so that what is reckoned from
/// one is a date too.
final class TypedDate implements ITypeConverter<LocalDate> {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  @Override
  public LocalDate convert(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.toString().equals(text) && !date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return date;
      }
      throw refused(text);
    } catch (DateTimeException e) {
      throw refused(text);
    }
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "expected a date, for example 2026-12-24, found \"%s\"".formatted(text));
  }
}
