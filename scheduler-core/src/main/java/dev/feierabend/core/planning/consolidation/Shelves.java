package dev.feierabend.core.planning.consolidation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Hosts by how much of the scarcest resource is free: finds the fullest that still takes a unit
/// (best fit) without looking at the others. Within a shelf the one that changed last comes first.
final class Shelves {
  private static final int SHELVES = 4096;
  private static final int NOT_HERE = -1;

  private final Board board;
  private final int resource;
  private final double[] slack;
  private final double step;
  private final Chains hosts;
  private final int[] shelf;
  private final long[] filled = new long[SHELVES / 64];

  /// @param slack how much of the scarcest resource each host rather leaves free
  Shelves(Board board, int resource, double[] slack) {
    this.board = board;
    this.resource = resource;
    this.slack = slack;
    int count = board.hosts.count;
    double most = 0;
    for (int host = 0; host < count; host++) {
      most = Math.max(most, board.hosts.room[host * board.hosts.width + resource]);
    }
    step = Math.max(most, 1e-9) / (SHELVES - 1);
    hosts = new Chains(SHELVES, count);
    shelf = new int[count];
    Arrays.fill(shelf, NOT_HERE);
  }

  private double free(int host) {
    return board.free(host, resource) - slack[host];
  }

  private int shelf(double free) {
    return Math.clamp((long) (free / step), 0, SHELVES - 1);
  }

  boolean has(int host) {
    return shelf[host] != NOT_HERE;
  }

  void add(int host) {
    if (!has(host)) {
      link(host, shelf(free(host)));
    }
  }

  void remove(int host) {
    if (has(host)) {
      unlink(host);
    }
  }

  /// To be told of every host whose room has changed.
  void changed(int host) {
    if (host >= 0 && has(host)) {
      int now = shelf(free(host));
      if (now != shelf[host]) {
        unlink(host);
        link(host, now);
      }
    }
  }

  /// The fullest host of those with room for `need` that passes `takes`, or -1; -1 also when so
  /// many as `most` were asked in vain.
  int bestFit(double need, int most, IntPredicate takes) {
    int asked = 0;
    for (int at = filledFrom(shelf(need - step)); at < SHELVES; at = filledFrom(at + 1)) {
      for (int host = hosts.first(at); host != Chains.NONE; host = hosts.next(host)) {
        if (free(host) >= need - 1e-9 * (1 + need)) {
          if (takes.test(host)) {
            return host;
          }
          if (++asked >= most) {
            return NOT_HERE;
          }
        }
      }
    }
    return NOT_HERE;
  }

  /// Asks hosts that have less than `need` free, the emptiest first, until one says yes.
  boolean below(double need, IntPredicate tried) {
    for (int at = filledTo(shelf(need)); at >= 0; at = filledTo(at - 1)) {
      for (int host = hosts.first(at); host != Chains.NONE; host = hosts.next(host)) {
        if (tried.test(host)) {
          return true;
        }
      }
    }
    return false;
  }

  private int filledFrom(int at) {
    for (int word = at >> 6; word < filled.length; word++) {
      long bits = word == at >> 6 ? filled[word] & (-1L << (at & 63)) : filled[word];
      if (bits != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(bits);
      }
    }
    return SHELVES;
  }

  private int filledTo(int at) {
    for (int word = at >> 6; word >= 0; word--) {
      long bits = word == at >> 6 ? filled[word] & (-1L >>> (63 - (at & 63))) : filled[word];
      if (bits != 0) {
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
      }
    }
    return -1;
  }

  private void link(int host, int at) {
    shelf[host] = at;
    hosts.add(at, host);
    filled[at >> 6] |= 1L << (at & 63);
  }

  private void unlink(int host) {
    int at = shelf[host];
    hosts.remove(at, host);
    if (hosts.isEmpty(at)) {
      filled[at >> 6] &= ~(1L << (at & 63));
    }
    shelf[host] = NOT_HERE;
  }
}
