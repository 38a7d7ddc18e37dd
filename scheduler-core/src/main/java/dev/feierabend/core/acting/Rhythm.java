package dev.feierabend.core.acting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells whether time passes as it should. The first tick after a start, and one after a jump of
/// the clock in either direction, is not steady: nothing is taken away on it.
final class Rhythm {
  private final Duration longest;
  private @Nullable Instant last;

  /// @param period the longest time between two ticks when all is well
  Rhythm(Duration period) {
    longest = period.multipliedBy(3);
  }

  boolean steady(Instant at) {
    boolean steady = last != null && !at.isBefore(last) && !at.isAfter(last.plus(longest));
    last = at;
    return steady;
  }
}
