package dev.feierabend.core.planning;

import java.time.Duration;

/// From which measured load on a schedule is contradicted. Fast on, slow off: one busy interval is
/// enough to stay up or to wake, and only a quiet time lets it sleep.
///
/// @param workload the share of a workload's size from which it stays up
/// @param pool the share of all a pool's size from which nothing of it sleeps, and what does wakes
/// @param kept the share of what is kept of a workload that sleeps in part from which it wakes
/// @param quiet for how long none of that may have been so, at most `LONGEST`
public record Vigilance(double workload, double pool, double kept, Duration quiet) {
  /// For longer nothing is remembered.
  public static final Duration LONGEST = Duration.ofHours(5);

  /// What wasn't measured for that long counts as never measured.
  public static final Duration FORGOTTEN = Duration.ofDays(8);

  public static final Vigilance USUAL = new Vigilance(0.5, 0.5, 0.8, Duration.ofMinutes(30));

  public Vigilance {
    if (!(workload > 0 && pool > 0 && kept > 0)) {
      throw new IllegalArgumentException(
          "Expected at feierabend.busy shares above 0 but found %s, %s and %s"
              .formatted(workload, pool, kept));
    }
    if (quiet.isNegative() || quiet.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Expected at feierabend.busy.quiet PT0S to %s but found %s".formatted(LONGEST, quiet));
    }
  }

  /// A share as it is told.
  static int percent(double share) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(share * 100));
  }
}
