package dev.feierabend.core.waking;

import java.time.Duration;

/// How long a host takes from being switched on to being seen in service.
///
/// @param usual on average
/// @param cautious what it keeps to in the share of all nights that is asked for
public record Lead(Duration usual, Duration cautious) {
  public Lead {
    if (usual.isNegative() || cautious.compareTo(usual) < 0) {
      throw new IllegalArgumentException(
          "Expected a usual time of at least 0 and a cautious one that is no shorter but found "
              + "%s and %s".formatted(usual, cautious));
    }
  }

  /// After which its place among those that boot at once is another's, and another host may stand
  /// in: nobody waits for the whole tail of what hangs.
  public Duration patience() {
    Duration twice = usual.multipliedBy(2).plusMinutes(2);
    return twice.compareTo(cautious) < 0 ? twice : cautious;
  }
}
