package dev.feierabend.policies.language;

import java.time.Duration;

/// What a policy settles beside when things sleep.
///
/// @param longestOverride how far ahead the end of a customer's override may lie
/// @param reminder how long before the end of its validity the parties are reminded
/// @param notice how long after its approval it comes into force at the earliest
/// @param order what goes down and comes up before what
public record Clauses(Duration longestOverride, Duration reminder, Duration notice, Order order) {
  public static final Clauses USUAL =
      new Clauses(Duration.ofDays(14), Duration.ofDays(30), Duration.ZERO, Order.NONE);

  public Clauses {
    if (longestOverride.isNegative() || reminder.isNegative() || notice.isNegative()) {
      throw new IllegalArgumentException(
          "Expected durations of at least 0 but found %s, %s and %s"
              .formatted(longestOverride, reminder, notice));
    }
  }
}
