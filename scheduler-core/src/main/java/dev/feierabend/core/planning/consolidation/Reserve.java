package dev.feierabend.core.planning.consolidation;

import java.util.stream.IntStream;

/// Whether those who are on could bear the loss of the largest so many of them, resource by
/// resource, by their capacity in sum.
final class Reserve {
  private static final double TOLERANCE = 1e-9;

  private final Board board;
  private final boolean[] takes;
  private final int lost;
  private final double[] need;

  /// Of each resource the hosts, the largest first.
  private final int[][] largest;

  private final double[] there;

  Reserve(Board board, boolean[] takes, int lost, double[] need) {
    this.board = board;
    this.takes = takes;
    this.lost = lost;
    this.need = need;
    int width = board.hosts.width;
    there = new double[width];
    largest = new int[lost == 0 ? 0 : width][];
    for (int resource = 0; resource < largest.length; resource++) {
      int of = resource;
      int[] taking = IntStream.range(0, takes.length).filter(host -> takes[host]).toArray();
      largest[resource] = Order.descending(takes.length, taking, host -> room(host, of));
    }
  }

  private double room(int host, int resource) {
    return board.hosts.room[host * board.hosts.width + resource];
  }

  /// To be called when the board's open hosts are known; afterwards each change is told.
  void count() {
    java.util.Arrays.fill(there, 0);
    for (int host = 0; host < takes.length; host++) {
      if (takes[host] && board.open[host]) {
        changed(host, 1);
      }
    }
  }

  void changed(int host, int by) {
    for (int resource = 0; resource < there.length; resource++) {
      there[resource] += by * room(host, resource);
    }
  }

  /// The number of a resource that doesn't suffice without `gone`, which may be -1; or -1.
  int lacking(int gone) {
    for (int resource = 0; lost > 0 && resource < need.length; resource++) {
      double left = there[resource] - (gone >= 0 ? room(gone, resource) : 0);
      int spared = 0;
      for (int host : largest[resource]) {
        if (spared == lost) {
          break;
        }
        if (board.open[host] && host != gone) {
          left -= room(host, resource);
          spared++;
        }
      }
      if (left < need[resource] - TOLERANCE * (1 + need[resource])) {
        return resource;
      }
    }
    return -1;
  }
}
