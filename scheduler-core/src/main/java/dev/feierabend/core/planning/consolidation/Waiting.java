package dev.feierabend.core.planning.consolidation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Hosts that could take guests and don't yet, in their turn: those that are on, those off, those
/// that have only just gone off; among these by what they are worth, then who is off longest.
final class Waiting {
  private final Ground ground;
  private final Board board;
  private final double[] value;
  private final int[] turn;

  /// Those that weren't on when a further host was asked for first; until then nobody is put in
  /// order.
  private @Nullable List<Integer> order;

  private int first;

  /// @param value of each host, what it costs to be on at the bound's prices
  Waiting(Ground ground, Board board, double[] value) {
    this.ground = ground;
    this.board = board;
    this.value = value;
    turn = new int[board.hosts.count];
  }

  private List<Integer> inTurn() {
    Arrays.setAll(turn, this::turn);
    return IntStream.range(0, board.hosts.count)
        .filter(host -> ground.takes[host] && !board.open[host])
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer host) -> turn[host])
                .thenComparingDouble(host -> value[host])
                .thenComparing(this::offSince))
        .toList();
  }

  private int turn(int host) {
    return switch (state(host)) {
      case Host.Off(var since) when hasOnlyJustGone(since) -> 2;
      case Host.Off _ -> 1;
      case Host.On _, Host.Kept _, Host.Away _ -> 0;
    };
  }

  private boolean hasOnlyJustGone(Instant since) {
    Duration off = Duration.between(since, ground.conditions.at());
    return off.compareTo(ground.conditions.resting().minimumOff()) < 0;
  }

  private Instant offSince(int host) {
    return state(host) instanceof Host.Off(var since) ? since : Instant.MIN;
  }

  private Host.State state(int host) {
    return board.hosts.hosts.get(host).state();
  }

  /// In their turn; some of them may have opened meanwhile.
  List<Integer> hosts() {
    if (order == null) {
      order = inTurn();
    }
    while (first < order.size() && board.open[order.get(first)]) {
      first++;
    }
    return order.subList(first, order.size());
  }

  /// Whether it would have to be switched on.
  boolean isOff(int host) {
    return turn[host] > 0;
  }
}
