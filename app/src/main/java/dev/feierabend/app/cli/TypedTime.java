package dev.feierabend.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Times as people type them: `2026-12-24 14:10`, or with a `T` between.
final class TypedTime implements ITypeConverter<LocalDateTime> {
  private static final TypedDate DATE = new TypedDate();

  @Override
  public LocalDateTime convert(String text) {
    String[] parts = text.strip().split("[ T]+", 2);
    if (parts.length < 2) {
      throw refused(text);
    }
    try {
      LocalDate date = DATE.convert(parts[0]);
      return date.atTime(LocalTime.parse(parts[1]));
    } catch (DateTimeException | TypeConversionException e) {
      throw refused(text);
    }
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "expected a time, for example \"2026-12-24 14:10\", found \"%s\"".formatted(text));
  }
}
