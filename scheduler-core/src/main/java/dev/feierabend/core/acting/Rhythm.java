package dev.feierabend.core.acting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells whether time passes as it should. The first tick after a start, and one after a jump of
/// the clock in either direction, is not steady: nothing is taken away on it. Nor is one in a time
/// that was lived before: of a clock that was set back nobody knows which of its two readings was
/// wrong.
final class Rhythm {
  /// A reading that was ahead by more was wrong itself.
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Duration longest;
  private @Nullable Instant last;
  private Instant furthest = Instant.MIN;

  /// @param period the longest time between two ticks when all is well
  Rhythm(Duration period) {
    longest = period.multipliedBy(3);
  }

  boolean steady(Instant at) {
    boolean passes = last != null && !at.isBefore(last) && !at.isAfter(last.plus(longest));
    boolean again = at.isBefore(furthest) && !at.isBefore(furthest.minus(A_DAY));
    last = at;
    furthest = again ? furthest : at;
    return passes && !again;
  }
}
