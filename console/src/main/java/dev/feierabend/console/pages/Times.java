package dev.feierabend.console.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Tells instants as local times.
public record Times(Locale locale, ZoneId zone) {
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  /// As a field for a day and a time takes it, to the minute.
  public String field(Instant at) {
    return FIELD.format(at.atZone(zone));
  }

  public String of(Instant at) {
    String pattern =
        locale.getLanguage().equals("de") ? "EE d.M.yyyy, HH:mm" : "EE d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
  }
}
