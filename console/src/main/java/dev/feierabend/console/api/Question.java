package dev.feierabend.console.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of the history is asked for: recorded in [`from`, `to`), with `about` (empty: anything) in
/// its sentence, type or aggregate.
public record Question(Optional<Instant> from, Optional<Instant> to, String about) {
  public static Question of(@Nullable Instant from, @Nullable Instant to, @Nullable String about) {
    return new Question(
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        about == null ? "" : about.strip().toLowerCase(Locale.ROOT));
  }

  boolean fits(HistoryEntry entry, String aggregate) {
    return about.isEmpty()
        || contains(entry.sentence())
        || contains(entry.type())
        || contains(aggregate);
  }

  private boolean contains(String text) {
    return text.toLowerCase(Locale.ROOT).contains(about);
  }
}
