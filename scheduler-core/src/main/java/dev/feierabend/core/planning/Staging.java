package dev.feierabend.core.planning;

import java.time.Duration;

/// How mode `STAGED` goes about it.
///
/// @param share of the workloads that agreements cover, which sleep first; above 0, and up to 1
/// @param by what is taken whole, beside the groups of an order
/// @param quiet how long nothing may have gone wrong before the rest follows
public record Staging(double share, By by, Duration quiet) {
  public static final Staging USUAL = new Staging(0.1, By.WORKLOAD, Duration.ofDays(1));

  public enum By {
    WORKLOAD,
    POOL
  }

  public Staging {
    if (!(share > 0 && share <= 1) || quiet.isNegative()) {
      throw new IllegalArgumentException(
          "Expected at feierabend.staged a share above 0 and up to 1 and a quiet time of at least "
              + "PT0S but found %s and %s".formatted(share, quiet));
    }
  }

  /// The share in a hundred, as it is told.
  public int percent() {
    return (int) Math.max(1, Math.round(share * 100));
  }
}
