package dev.feierabend.console.pages;

import dev.feierabend.console.api.Question;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history's filter as people fill it in: local times without a zone.
public record PageFilter(@Nullable String from, @Nullable String to, @Nullable String about) {

  /// True where a filled-in time is none; it is left out of the question then.
  public boolean faulty(@Nullable String time) {
    return !blank(time) && local(time).isEmpty();
  }

  public boolean isFaulty() {
    return faulty(from) || faulty(to);
  }

  Question question(ZoneId zone) {
    return new Question(
        local(from).map(time -> instant(time, zone)),
        local(to).map(time -> instant(time, zone)),
        Question.of(null, null, about).about());
  }

  private static Instant instant(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toInstant();
  }

  private static Optional<LocalDateTime> local(@Nullable String time) {
    if (time == null || time.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
