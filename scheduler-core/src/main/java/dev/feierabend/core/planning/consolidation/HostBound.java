package dev.feierabend.core.planning.consolidation;

import java.util.function.IntPredicate;

/// The fewest hosts that can do: so many that are forced and the largest others as carry the need
/// in each resource; so many that the others carry it when the largest are lost; so many as guests
/// that keep each other off their hosts.
final class HostBound {
  private final HostTable hosts;
  private final Largest largest;
  private final IntPredicate forced;

  HostBound(HostTable hosts, Largest largest, IntPredicate forced) {
    this.hosts = hosts;
    this.largest = largest;
    this.forced = forced;
  }

  /// @param apart the most guests of one rule that all are on hosts of their own
  int least(double[] need, int reserve, int apart) {
    int least = 0;
    for (int resource = 0; resource < hosts.width; resource++) {
      least = Math.max(least, withForced(resource, need[resource]));
      least = Math.max(least, withLoss(resource, need[resource], reserve));
    }
    return Math.max(least, apart);
  }

  private int withForced(int resource, double need) {
    double left = need;
    int many = 0;
    for (int host : largest.of(resource)) {
      if (forced.test(host)) {
        left -= hosts.room(host, resource);
        many++;
      }
    }
    return many + reached(resource, host -> !forced.test(host), 0, left);
  }

  private int withLoss(int resource, double need, int reserve) {
    return need > 0 ? reached(resource, _ -> true, reserve, need) : 0;
  }

  /// How many of the largest of `these` it takes when the first `lost` of them don't count.
  private int reached(int resource, IntPredicate these, int lost, double need) {
    double left = need - 1e-6 * (1 + Math.abs(need));
    int many = 0;
    for (int host : largest.of(resource)) {
      if (these.test(host) && left > 0) {
        left -= many < lost ? 0 : hosts.room(host, resource);
        many++;
      }
    }
    return many;
  }
}
