package dev.feierabend.sandbox.study;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Our method. Migrations cost customers more than they save energy, so it moves few: an overload
/// is cured by one guest where one is enough, a host is emptied only where the others stay well,
/// and another is opened where too much risk is run. How much is enough follows from what may be
/// spent: parts of what LR-MMT would spend on the same day so far. No parameter is of any day.
final class Feierabend implements Method {
  /// Samples before hosts are emptied on their word.
  private static final int SEEN_ENOUGH = 3;

  private final Allowance allowance;
  private final Tolerance tolerance = new Tolerance();
  private @Nullable Belief belief;
  private @Nullable Budget budget;

  Feierabend(Allowance allowance) {
    this.allowance = allowance;
  }

  @Override
  public List<Integer> place(Seen seen) {
    budget(seen);
    return FirstPacking.of(Stacks.empty(seen, belief(seen)));
  }

  @Override
  public List<Move> decide(Seen seen) {
    Budget budget = budget(seen);
    var stacks = Stacks.standing(seen, belief(seen), budget.prices());
    var cure = new Cure(stacks, tolerance.limit());
    overloaded(stacks).forEach(cure::of);
    if (seen.samples() >= SEEN_ENOUGH) {
      new Emptying(stacks, tolerance.risk(), budget.left() - stacks.moves().size()).oneHost();
    }
    tolerance.learn(budget.spend(stacks.spending()));
    return stacks.moves();
  }

  private Budget budget(Seen seen) {
    if (budget == null) {
      budget = new Budget(allowance, seen);
    }
    budget.learn(seen);
    return budget;
  }

  private Belief belief(Seen seen) {
    if (belief == null) {
      belief = new Belief(seen);
    }
    belief.learn(seen);
    return belief;
  }

  /// The worst first.
  private static List<Integer> overloaded(Stacks stacks) {
    return IntStream.range(0, Park.HOSTS)
        .filter(host -> stacks.excess(host) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(host -> -stacks.excess(host)))
        .toList();
  }
}
