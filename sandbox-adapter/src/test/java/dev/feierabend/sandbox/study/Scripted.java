package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Does what it was told at each step, and remembers what it was shown.
final class Scripted implements Method {
  private final List<Integer> hosts;
  private final Map<Integer, List<Move>> moves;
  private final List<Double> firstGuest = new ArrayList<>();
  private final List<List<Boolean>> opens = new ArrayList<>();
  private int step;

  Scripted(List<Integer> hosts, Map<Integer, List<Move>> moves) {
    this.hosts = hosts;
    this.moves = moves;
  }

  @Override
  public List<Integer> place(Seen seen) {
    return hosts;
  }

  @Override
  public List<Move> decide(Seen seen) {
    step++;
    firstGuest.add(seen.share(0, 0));
    opens.add(List.of(seen.open(0), seen.open(1), seen.open(2)));
    return moves.getOrDefault(step, List.of());
  }

  /// The newest share of the first guest at each decision.
  List<Double> shown() {
    return firstGuest;
  }

  /// The steps at which a host of the first three was closed.
  List<Integer> closed(int host) {
    var steps = new ArrayList<Integer>();
    for (int at = 0; at < opens.size(); at++) {
      if (!opens.get(at).get(host)) {
        steps.add(at + 1);
      }
    }
    return steps;
  }
}
