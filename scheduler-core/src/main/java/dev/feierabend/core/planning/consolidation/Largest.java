package dev.feierabend.core.planning.consolidation;

import java.util.stream.IntStream;

/// Of each resource the hosts that take guests, the largest first.
final class Largest {
  private final int[][] order;

  Largest(HostTable hosts, boolean[] takes) {
    int[] taking = IntStream.range(0, takes.length).filter(host -> takes[host]).toArray();
    order = new int[hosts.width][];
    for (int resource = 0; resource < order.length; resource++) {
      int of = resource;
      order[resource] = Order.descending(takes.length, taking, host -> hosts.room(host, of));
    }
  }

  int[] of(int resource) {
    return order[resource];
  }
}
