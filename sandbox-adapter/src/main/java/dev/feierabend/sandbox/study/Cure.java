package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes guests from an overloaded host until it can carry the rest: one or two that are enough, if
/// they have places to go, chosen by the toll and by what their moves do to the risk on both sides;
/// else the best part of the excess; else one to an empty host. Two small guests are often cheaper
/// than a large one: they are on their way for less time, and no more moves than must. An overload
/// that costs more to cure than to bear is left: most are gone with the next sample. Where the mean
/// risk is above what is tolerated, an empty host is a place like others.
final class Cure {
  /// More than this and a host takes nobody in.
  private static final double RISK = 0.5;

  /// What another migration on top costs where one is not enough.
  private static final double ONE_MORE = 1;

  /// Less of the excess than this is not worth a migration.
  private static final double WORTH = 0.05;

  /// Beyond every price: whoever isn't enough goes after all who are.
  private static final double NOT_ENOUGH = 10;

  private static final int MOST_MOVES = 20;

  /// @param cost of leaving and coming, without what it is to the host that is left
  private record Option(int guest, int to, double demand, double cost) {}

  private record Choice(double cost, List<Option> options) {}

  private final Stacks stacks;
  private final double limit;
  private final List<Integer> thriftiestFirst;

  /// @param limit mean risk beyond which another host is opened
  Cure(Stacks stacks, double limit) {
    this.stacks = stacks;
    this.limit = limit;
    thriftiestFirst = Park.thriftiestFirst(stacks.seen().memoryBinds());
  }

  void of(int host) {
    boolean going = true;
    for (int moves = 0; going && moves < MOST_MOVES && stacks.excess(host) > 0; moves++) {
      Optional<Choice> best = cheapest(host).or(() -> toAnEmptyHost(host));
      double bearing = stacks.toll().overloaded(host, Day.STEP_SECONDS);
      going = best.filter(choice -> choice.cost <= bearing).isPresent();
      if (going) {
        best.get().options.forEach(option -> go(option, host));
      }
    }
    if (stacks.excess(host) > 0) {
      stacks.toll().wasOverloaded(host, Day.STEP_SECONDS);
    }
  }

  /// The second of two that go may find its place taken by the first.
  private void go(Option option, int from) {
    if (stacks.fits(option.guest, option.to)) {
      stacks.toll().wasOverloaded(from, stacks.toll().seconds(option.guest));
      stacks.move(option.guest, from, option.to);
    }
  }

  private Optional<Choice> cheapest(int host) {
    double excess = stacks.excess(host);
    List<Integer> places = places();
    List<Option> options =
        stacks.on(host).stream()
            .filter(guest -> !stacks.hasMoved(guest))
            .filter(guest -> stacks.seen().demand(guest) >= WORTH * excess)
            .flatMap(guest -> cheapestPlace(guest, host, places).stream())
            .toList();
    return enough(options, host, excess)
        .or(() -> options.stream().map(option -> part(option, host, excess)).min(byCost()));
  }

  private static Comparator<Choice> byCost() {
    return Comparator.comparingDouble(Choice::cost);
  }

  /// One or two.
  private Optional<Choice> enough(List<Option> options, int host, double excess) {
    var choices = new ArrayList<Choice>();
    for (Option one : options) {
      if (one.demand >= excess) {
        choices.add(choice(host, List.of(one)));
      } else {
        options.stream()
            .takeWhile(other -> !other.equals(one))
            .filter(other -> other.demand < excess && other.demand + one.demand >= excess)
            .map(other -> choice(host, largerFirst(one, other)))
            .forEach(choices::add);
      }
    }
    return choices.stream().min(byCost());
  }

  private static List<Option> largerFirst(Option one, Option other) {
    return one.demand >= other.demand ? List.of(one, other) : List.of(other, one);
  }

  private Choice choice(int host, List<Option> options) {
    double cost = 0;
    double seconds = 0;
    double mean = 0;
    double variance = 0;
    for (Option option : options) {
      cost += option.cost;
      seconds = Math.max(seconds, stacks.toll().seconds(option.guest));
      mean += stacks.belief().mean(option.guest);
      variance += stacks.belief().variance(option.guest);
    }
    double left = stacks.toll().overloaded(host, seconds) + stacks.dearer(host, mean, variance);
    return new Choice(cost + left, options);
  }

  private Choice part(Option option, int host, double excess) {
    Choice alone = choice(host, List.of(option));
    return new Choice((alone.cost + ONE_MORE) / Math.min(1, option.demand / excess), alone.options);
  }

  /// Hosts with guests, and the thriftiest without where too much risk is run.
  private List<Integer> places() {
    int opened = stacks.meanRisk() > limit ? 1 : 0;
    return Stream.concat(
            thriftiestFirst.stream().filter(host -> stacks.number(host) > 0),
            thriftiestFirst.stream().filter(this::mayOpen).limit(opened))
        .toList();
  }

  private boolean mayOpen(int host) {
    return stacks.number(host) == 0 && stacks.seen().open(host);
  }

  private Optional<Option> cheapestPlace(int guest, int host, List<Integer> places) {
    double leaving = stacks.toll().leaving(guest, host);
    double mean = stacks.belief().mean(guest);
    double variance = stacks.belief().variance(guest);
    Optional<Option> best = Optional.empty();
    for (int to : places) {
      if (to == host || !stacks.fits(guest, to) || stacks.riskWith(guest, to) > RISK) {
        continue;
      }
      double coming = stacks.toll().coming(guest, to) + stacks.dearer(to, -mean, -variance);
      if (best.isEmpty() || leaving + coming < best.get().cost) {
        best = Optional.of(new Option(guest, to, stacks.seen().demand(guest), leaving + coming));
      }
    }
    return best;
  }

  /// Whoever cures it most cheaply and is busiest at most times.
  private Optional<Choice> toAnEmptyHost(int host) {
    double excess = stacks.excess(host);
    return stacks.on(host).stream()
        .filter(guest -> !stacks.hasMoved(guest))
        .min(Comparator.comparingDouble(guest -> reluctance(guest, host, excess)))
        .flatMap(guest -> emptyFor(guest).map(to -> new Option(guest, to, 0, 0)))
        .map(option -> new Choice(0, List.of(option)));
  }

  private double reluctance(int guest, int host, double excess) {
    double demand = stacks.seen().demand(guest);
    return demand >= excess
        ? stacks.toll().leaving(guest, host) - stacks.belief().mean(guest) / 1_000
        : NOT_ENOUGH - demand / excess;
  }

  private Optional<Integer> emptyFor(int guest) {
    return thriftiestFirst.stream()
        .filter(to -> stacks.number(to) == 0)
        .filter(to -> stacks.fits(guest, to))
        .findFirst();
  }
}
