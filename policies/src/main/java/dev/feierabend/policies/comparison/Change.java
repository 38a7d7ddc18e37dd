package dev.feierabend.policies.comparison;

import dev.feierabend.policies.evaluation.Because;
import java.time.Duration;
import java.time.Instant;

/// A stretch of time, `to` exclusive, that changes hands: asleep under the newer policy and awake
/// under the older one, or the other way round.
///
/// @param asleep what the newer policy wants
/// @param before why the older one wants the opposite
/// @param after why the newer one wants it
public record Change(Instant from, Instant to, boolean asleep, Because before, Because after) {
  public Change {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Expected an end after the beginning but found %s and %s".formatted(from, to));
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  boolean goesOnAs(Change next) {
    return to.equals(next.from)
        && asleep == next.asleep
        && before.equals(next.before)
        && after.equals(next.after);
  }

  Change with(Change next) {
    return new Change(from, next.to, asleep, before, after);
  }
}
