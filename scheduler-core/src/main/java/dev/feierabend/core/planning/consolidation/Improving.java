package dev.feierabend.core.planning.consolidation;

import java.util.stream.IntStream;

/// Empties hosts one after the other, in three rounds: first into those hosts alone that are worth
/// their watts most, so that nobody moves to a host that is emptied next; then into all that are
/// on; then with others making room.
///
/// Who is worth least is tried first, and of equals who moves the least memory.
final class Improving {
  /// How much more than the need the hosts of the first round offer.
  private static final double AMPLE = 1.02;

  /// How many hosts in turn may resist before making room is given up: they are ever fuller.
  private static final int RESISTING = 48;

  private final Search search;
  private final Board board;
  private final Ground ground;
  private final Emptying emptying;
  private final double[] value;
  private final double[] slack;
  private final double[] memory;

  Improving(Search search, Emptying emptying, double[] value, double[] slack) {
    this.search = search;
    this.board = search.board;
    this.ground = search.ground;
    this.emptying = emptying;
    this.value = value;
    this.slack = slack;
    memory = new double[board.hosts.count];
  }

  void run() {
    int[] order = order();
    int[] best = best(order);
    round(order, order.length - best.length, best);
    int[] left = order();
    round(left, left.length, left);
    emptying.eject(true);
    java.util.Arrays.fill(slack, 0);
    int[] resisting = order();
    shelve(resisting);
    int resisted = 0;
    for (int i = 0; i < resisting.length && resisted < RESISTING && !search.exhausted(); i++) {
      resisted = emptying.empty(resisting[i]) ? 0 : resisted + 1;
    }
  }

  private void round(int[] order, int many, int[] receivers) {
    shelve(receivers);
    for (int i = 0; i < many && !search.exhausted(); i++) {
      emptying.empty(order[i]);
    }
  }

  /// Also those that are on anyway.
  private void shelve(int[] receivers) {
    var shelves = new Shelves(board, search.scarce, slack);
    for (int host = 0; host < board.hosts.count; host++) {
      if (ground.forced(host) && board.open[host] && ground.takes[host]) {
        shelves.add(host);
      }
    }
    for (int host : receivers) {
      shelves.add(host);
    }
    search.by(shelves);
  }

  /// Hosts that may go, the first to go first.
  private int[] order() {
    for (int host = 0; host < memory.length; host++) {
      memory[host] = board.used[host * board.hosts.width + 1];
    }
    int[] some =
        IntStream.range(0, board.hosts.count)
            .filter(host -> board.open[host] && ground.takes[host] && !ground.forced(host))
            .toArray();
    return Order.of(some, this::goesBefore);
  }

  private boolean goesBefore(int one, int other) {
    if (value[one] != value[other]) {
      return value[one] > value[other];
    }
    return memory[one] == memory[other] ? one > other : memory[one] < memory[other];
  }

  /// The last of `order` that together carry all.
  private int[] best(int[] order) {
    int width = board.hosts.width;
    double[] left = ground.need.clone();
    for (int i = 0; i < width; i++) {
      left[i] *= AMPLE;
    }
    for (int host : ground.held.keySet()) {
      subtract(left, host);
    }
    int first = order.length;
    while (first > 0 && IntStream.range(0, width).anyMatch(i -> left[i] > 0)) {
      subtract(left, order[--first]);
    }
    return java.util.Arrays.copyOfRange(order, first, order.length);
  }

  private void subtract(double[] left, int host) {
    for (int i = 0; i < left.length; i++) {
      left[i] -= board.hosts.room[host * left.length + i] - (i == search.scarce ? slack[host] : 0);
    }
  }
}
