package dev.feierabend.policies.language;

import java.time.Duration;

/// What a policy settles beside when things sleep.
///
/// @param longestOverride how far ahead the end of a customer's override may lie
/// @param reminder how long before the end of its validity the parties are reminded
/// @param order what goes down and comes up before what
public record Clauses(Duration longestOverride, Duration reminder, Order order) {
  public static final Clauses USUAL =
      new Clauses(Duration.ofDays(14), Duration.ofDays(30), Order.NONE);

  public Clauses {
    if (longestOverride.isNegative() || reminder.isNegative()) {
      throw new IllegalArgumentException(
          "Expected durations of at least 0 but found %s and %s"
              .formatted(longestOverride, reminder));
    }
  }
}
