package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// A local time on one date, spelt `2026-08-03 18:00`.
public record DateTime(LocalDateTime local) implements Point {
  private static final Pattern SPELLING = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");

  static DateTime of(String text) {
    Scalars.matching(SPELLING, text);
    LocalDate date = LocalDate.parse(text.substring(0, 10));
    return new DateTime(date.atTime(LocalTime.parse(text.substring(11))));
  }

  @Override
  public String toString() {
    return local.toLocalDate() + " " + local.toLocalTime();
  }
}
