package dev.feierabend.core.planning.consolidation;

import java.time.Duration;
import java.time.Instant;

/// Under what a plan is made. All of it is argument, so all of it belongs in a digest of the
/// inputs; the budget too, which is therefore a number and never a clock.
///
/// @param until when the window ends; energy counts up to then
/// @param candidates how many candidate moves the search may look at; what has to be placed is
///   placed anyway
public record Conditions(
    Instant at, Instant until, Safety safety, Moving moving, Resting resting, long candidates) {

  /// @param headroom the share of a host's cores that may be planned
  /// @param reserve how many hosts may be lost: without the largest so many of those kept, the
  ///   others' capacity still exceeds the need in each resource (the capacity form of N+1; whether
  ///   the pieces fit then is not tried)
  public record Safety(double headroom, int reserve) {
    public Safety {
      expect(headroom > 0 && headroom <= 1, "headroom in (0, 1]", headroom);
      expect(reserve >= 0, "a reserve of at least 0", reserve);
    }
  }

  /// @param perHost how many guests may leave and enter one host; starts aren't moves
  /// @param inTotal how many may move at all
  /// @param joulesPerMiB what copying memory takes
  public record Moving(int perHost, int inTotal, double joulesPerMiB) {
    public static final Moving FREELY = new Moving(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);

    public Moving {
      expect(perHost >= 0 && inTotal >= 0, "limits of at least 0", Math.min(perHost, inTotal));
      expect(joulesPerMiB >= 0 && joulesPerMiB < 1e9, "joules a MiB", joulesPerMiB);
    }
  }

  /// @param minimumOff nobody is switched off for less; who has been off for less is switched on
  ///   last
  /// @param rotateAfter who has been off for so long is switched on, one a plan, the longest first:
  ///   what never runs isn't known to start
  public record Resting(Duration minimumOff, Duration rotateAfter) {
    public Resting {
      expect(!minimumOff.isNegative(), "an off-time of at least 0", minimumOff);
      expect(rotateAfter.isPositive(), "a time until rotation above 0", rotateAfter);
    }
  }

  public Conditions {
    expect(!until.isBefore(at), "an end at " + at + " or later", until);
    expect(candidates >= 0, "a budget of at least 0", candidates);
  }

  Duration rest() {
    return Duration.between(at, until);
  }

  double seconds() {
    return rest().toMillis() / 1000.0;
  }

  private static void expect(boolean held, String what, Object found) {
    if (!held) {
      throw new IllegalArgumentException("Expected " + what + " but found " + found);
    }
  }
}
