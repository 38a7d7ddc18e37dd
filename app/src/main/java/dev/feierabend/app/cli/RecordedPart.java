package dev.feierabend.app.cli;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From the first to the last utilisation that is recorded of a month.
final class RecordedPart {
  private final Instant begin;
  private final Instant end;
  private @Nullable Instant first;
  private @Nullable Instant last;

  RecordedPart(Instant begin, Instant end) {
    this.begin = begin;
    this.end = end;
  }

  void tell(JournalEvent event) {
    if (event instanceof UtilisationRecorded recorded
        && recorded.to().isAfter(begin)
        && recorded.from().isBefore(end)) {
      first = earlier(Optional.ofNullable(first).orElse(end), recorded.from());
      last = later(Optional.ofNullable(last).orElse(begin), recorded.to());
    }
  }

  Optional<Period.Span> span() {
    return Optional.ofNullable(first)
        .flatMap(from ->
            Optional.ofNullable(last)
                .map(to -> new Period.Span(later(from, begin), earlier(to, end))));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
