package dev.feierabend.core.planning.consolidation;

import java.util.Arrays;

/// Which units are on which host, in no order. Those of a host lie side by side, as they are gone
/// through far more often than they change.
final class Occupants {
  private static final int FEW = 8;
  private static final int[] NOBODY = {};

  private final int[][] on;
  private final int[] many;

  /// Of each unit its place among those of its host.
  private final int[] at;

  Occupants(int hosts, int units) {
    on = new int[hosts][];
    Arrays.fill(on, NOBODY);
    many = new int[hosts];
    at = new int[units];
  }

  int many(int host) {
    return many[host];
  }

  /// @param place from 0 to how many there are
  int unit(int host, int place) {
    return on[host][place];
  }

  /// @param unit on no host yet
  void add(int host, int unit) {
    if (many[host] == on[host].length) {
      on[host] = Arrays.copyOf(on[host], Math.max(FEW, 2 * many[host]));
    }
    at[unit] = many[host]++;
    on[host][at[unit]] = unit;
  }

  /// The last takes its place.
  ///
  /// @param unit on that host
  void remove(int host, int unit) {
    int last = on[host][--many[host]];
    on[host][at[unit]] = last;
    at[last] = at[unit];
  }
}
