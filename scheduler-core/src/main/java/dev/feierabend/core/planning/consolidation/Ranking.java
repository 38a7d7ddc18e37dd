package dev.feierabend.core.planning.consolidation;

/// Units by their keys, the least first; of equals, the one of the first guest. Nothing is sorted
/// further than is asked for, as most are asked for their first alone (a binary heap: Williams,
/// Communications of the ACM 7, 1964, algorithm 232).
final class Ranking {
  static final int NONE = Chains.NONE;

  private final double[] keys;
  private final int[] units;
  private int size;

  /// Of so many units.
  Ranking(int many) {
    keys = new double[many];
    units = new int[many];
  }

  void add(int unit, double key) {
    keys[size] = key;
    units[size++] = unit;
  }

  /// To be called once, when all have been added.
  void rank() {
    for (int at = size / 2 - 1; at >= 0; at--) {
      sink(at);
    }
  }

  /// Or [#NONE] when all were asked for.
  int next() {
    if (size == 0) {
      return NONE;
    }
    int least = units[0];
    put(0, --size);
    sink(0);
    return least;
  }

  private void sink(int from) {
    int at = from;
    int least = least(at);
    while (least != at) {
      double key = keys[at];
      int unit = units[at];
      put(at, least);
      keys[least] = key;
      units[least] = unit;
      at = least;
      least = least(at);
    }
  }

  /// The least of a place and the two below it.
  private int least(int at) {
    int least = at;
    for (int below = 2 * at + 1; below < Math.min(2 * at + 3, size); below++) {
      least = before(below, least) ? below : least;
    }
    return least;
  }

  private boolean before(int one, int other) {
    return keys[one] < keys[other] || (keys[one] == keys[other] && units[one] < units[other]);
  }

  private void put(int to, int from) {
    keys[to] = keys[from];
    units[to] = units[from];
  }
}
