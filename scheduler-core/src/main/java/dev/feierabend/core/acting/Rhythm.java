package dev.feierabend.core.acting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether time passes as it should. The first tick after a start, and one after a jump of
/// the clock in either direction, is not steady: nothing is taken away on it. Nor is one in a time
/// that was lived before: of a clock that was set back nobody knows which of its two readings was
/// wrong. Of one that jumped ahead nobody knows either, for a day; it may be ahead by all of the
/// jump.
final class Rhythm {
  /// A reading that was ahead by more was wrong itself; and so long a jump is doubted.
  private static final Duration A_DAY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);

  private final Duration longest;
  private @Nullable Instant last;
  private Instant furthest = Instant.MIN;
  private Duration ahead = Duration.ZERO;
  private Instant trusted = Instant.MIN;

  /// @param period the longest time between two ticks when all is well
  Rhythm(Duration period) {
    longest = period.multipliedBy(3);
  }

  /// Ticks begin anew: how long there were none says nothing of the clock.
  void begin() {
    last = null;
  }

  boolean steady(Instant at) {
    Duration passed = last == null ? Duration.ZERO : Duration.between(last, at);
    boolean passes = last != null && !passed.isNegative() && passed.compareTo(longest) <= 0;
    boolean again = at.isBefore(furthest) && !at.isBefore(furthest.minus(A_DAY));
    last = at;
    furthest = again ? furthest : at;
    doubt(passed, at);
    return passes && !again;
  }

  /// By how much the clock may be ahead of the time that it is.
  Duration ahead() {
    return ahead;
  }

  private void doubt(Duration passed, Instant at) {
    if (passed.compareTo(longest) > 0) {
      ahead = ahead.plus(passed);
      trusted = at.plus(A_DAY);
      LOG.warn(
          "The clock jumped ahead by {} to {}; until it is set back or a day has passed, nothing goes before it is due by both readings",
          passed,
          at);
    } else if (passed.isNegative()) {
      ahead = ahead.plus(passed);
    }
    if (ahead.compareTo(longest) <= 0 || !at.isBefore(trusted)) {
      ahead = Duration.ZERO;
    }
  }
}
