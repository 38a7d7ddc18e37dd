package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From the first to the last utilisation that is recorded of a period.
final class RecordedPart {
  private final Span asked;
  private @Nullable Span known;

  RecordedPart(Span asked) {
    this.asked = asked;
  }

  void tell(JournalEvent event) {
    if (event instanceof UtilisationRecorded recorded) {
      Span.between(recorded.from(), recorded.to())
          .flatMap(interval -> interval.within(asked))
          .ifPresent(this::take);
    }
  }

  private void take(Span interval) {
    Span before = Optional.ofNullable(known).orElse(interval);
    known =
        new Span(
            Span.earlier(before.from(), interval.from()),
            Span.later(before.until(), interval.until()));
  }

  Optional<Span> span() {
    return Optional.ofNullable(known);
  }
}
