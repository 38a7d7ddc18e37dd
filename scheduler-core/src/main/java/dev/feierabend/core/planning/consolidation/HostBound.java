package dev.feierabend.core.planning.consolidation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The fewest hosts that can do: so many that are forced and the largest others as carry the need
/// in each resource; so many that the others carry it when the largest are lost; so many as guests
/// that keep each other off their hosts.
final class HostBound {
  private final HostTable hosts;
  private final IntPredicate takes;
  private final IntPredicate forced;

  HostBound(HostTable hosts, IntPredicate takes, IntPredicate forced) {
    this.hosts = hosts;
    this.takes = takes;
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
    var others = java.util.stream.DoubleStream.builder();
    for (int host = 0; host < hosts.count; host++) {
      if (takes.test(host) && forced.test(host)) {
        left -= room(host, resource);
        many++;
      } else if (takes.test(host)) {
        others.add(room(host, resource));
      }
    }
    return many + reached(others.build().sorted().toArray(), 0, left);
  }

  private int withLoss(int resource, double need, int reserve) {
    double[] rooms = new double[hosts.count];
    int many = 0;
    for (int host = 0; host < hosts.count; host++) {
      if (takes.test(host)) {
        rooms[many++] = room(host, resource);
      }
    }
    double[] sorted = Arrays.copyOf(rooms, many);
    Arrays.sort(sorted);
    return need > 0 ? reached(sorted, reserve, need) : 0;
  }

  /// How many of the largest it takes when the first `lost` of them don't count.
  private static int reached(double[] ascending, int lost, double need) {
    double left = need - 1e-6 * (1 + Math.abs(need));
    for (int many = 0; many < ascending.length; many++) {
      if (left <= 0) {
        return many;
      }
      left -= many < lost ? 0 : ascending[ascending.length - 1 - many];
    }
    return ascending.length;
  }

  private double room(int host, int resource) {
    return hosts.room[host * hosts.width + resource];
  }
}
