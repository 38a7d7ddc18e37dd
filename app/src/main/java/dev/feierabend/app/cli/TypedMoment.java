package dev.feierabend.app.cli;

import dev.feierabend.policies.calendar.LocalTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A moment as people type it: local time, or with an offset. Where the clocks leave doubt, it is
/// the first such moment that begins something and the last that ends it.
record TypedMoment(TemporalAccessor typed) {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("'T'HH:mm[:ss][XXX]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  Instant first(ZoneId zone) {
    return typed instanceof LocalDateTime local
        ? LocalTimes.wakesAt(local, zone)
        : Instant.from(typed);
  }

  Instant last(ZoneId zone) {
    return typed instanceof LocalDateTime local
        ? LocalTimes.sleepsAt(local, zone)
        : Instant.from(typed);
  }

  static final class Converter implements ITypeConverter<TypedMoment> {
    @Override
    public TypedMoment convert(String text) {
      try {
        return new TypedMoment(
            FORM.parseBest(text.replace(' ', 'T'), Instant::from, LocalDateTime::from));
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "expected a time such as \"2026-11-26 23:00\" or 2026-11-26T22:00Z, found \"%s\""
                .formatted(text));
      }
    }
  }
}
