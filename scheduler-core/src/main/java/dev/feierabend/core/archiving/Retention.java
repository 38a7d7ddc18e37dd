package dev.feierabend.core.archiving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/// How long events of closed periods stay in the store before somebody should archive them. It only
/// warns: nothing is ever removed by it.
///
/// @param kept at least a day
public record Retention(Period kept) {
  public Retention {
    if (kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException(
          "Expected a period such as P13M but found \"%s\"".formatted(kept));
    }
  }

  /// The last day of the last month that has been over for longer, where `oldest` happened by then.
  ///
  /// @param oldest when the first commit behind the last archive happened
  /// @param today of UTC
  public Optional<LocalDate> due(Instant oldest, LocalDate today) {
    var last = today.minus(kept).withDayOfMonth(1).minusDays(1);
    return LocalDate.ofInstant(oldest, ZoneOffset.UTC).isAfter(last)
        ? Optional.empty()
        : Optional.of(last);
  }
}
