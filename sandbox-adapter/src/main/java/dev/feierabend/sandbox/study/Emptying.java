package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Empties the one host whose guests the others take at the least mean risk of overload, if that
/// stays small.
final class Emptying {
  /// How much mean risk the price of a migration stands for.
  private static final double PRICE = 0.0006;

  /// More than this and a host takes nobody in.
  private static final double RISK = 0.5;

  private static final int MOST_GUESTS = 40;
  private static final int CANDIDATES = 11;

  private record Plan(int host, List<Move> moves, double score) {}

  private final Stacks stacks;
  private final double tolerated;
  private final double mostMoves;
  private final List<Integer> on;
  private final double riskOfAll;

  /// @param tolerated mean risk over all hosts up to which one is emptied
  /// @param mostMoves what it may take
  Emptying(Stacks stacks, double tolerated, double mostMoves) {
    this.stacks = stacks;
    this.tolerated = tolerated;
    this.mostMoves = mostMoves;
    on =
        Park.thriftiestFirst(stacks.seen().memoryBinds()).stream()
            .filter(host -> stacks.number(host) > 0)
            .toList();
    riskOfAll = on.stream().mapToDouble(stacks::risk).sum();
  }

  void oneHost() {
    candidates().stream()
        .map(this::plan)
        .flatMap(Optional::stream)
        .filter(plan -> plan.score < tolerated)
        .min(Comparator.comparingDouble(Plan::score))
        .ifPresent(
            plan -> plan.moves.forEach(move -> stacks.move(move.guest(), plan.host, move.to())));
  }

  /// Those with fewest guests; among equals those that are believed least busy.
  private List<Integer> candidates() {
    return IntStream.range(0, Park.HOSTS)
        .boxed()
        .filter(host -> stacks.number(host) > 0)
        .filter(host -> stacks.number(host) <= Math.min(MOST_GUESTS, mostMoves))
        .sorted(Comparator.<Integer>comparingInt(stacks::number).thenComparingDouble(stacks::mean))
        .limit(CANDIDATES)
        .toList();
  }

  private Optional<Plan> plan(int host) {
    List<Integer> guests = new ArrayList<>(stacks.on(host));
    if (guests.stream().anyMatch(stacks::hasMoved)) {
      return Optional.empty();
    }
    guests.sort(Comparator.comparingDouble(guest -> -stacks.belief().mean(guest)));
    double risk = riskOfAll - stacks.risk(host);
    double price = 0;
    var moves = new ArrayList<Move>();
    for (int guest : guests) {
      Optional<Integer> to = safest(guest, host);
      if (to.isEmpty()) {
        break;
      }
      risk += rise(guest, to.get());
      price += stacks.toll().leaving(guest, host) + stacks.toll().coming(guest, to.get());
      stacks.remove(guest, host);
      stacks.add(guest, to.get());
      moves.add(new Move(guest, to.get()));
    }
    takeBack(moves, host);
    return moves.size() == guests.size()
        ? Optional.of(new Plan(host, moves, risk / (on.size() - 1) + PRICE * price))
        : Optional.empty();
  }

  private void takeBack(List<Move> moves, int host) {
    moves.forEach(move -> {
      stacks.remove(move.guest(), move.to());
      stacks.add(move.guest(), host);
    });
  }

  private double rise(int guest, int to) {
    return stacks.riskWith(guest, to) - stacks.risk(to);
  }

  private Optional<Integer> safest(int guest, int from) {
    return on.stream()
        .filter(to -> to != from)
        .filter(to -> stacks.fits(guest, to))
        .filter(to -> stacks.riskWith(guest, to) <= RISK)
        .min(Comparator.comparingDouble(to -> rise(guest, to)));
  }
}
