package dev.feierabend.sandbox.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes guests from an overloaded host until it can carry the rest: one that is enough by itself,
/// if there is one with a place to go, chosen by price and by what the move does to the risk on
/// both sides; else the best part of the excess; else one to an empty host. Where the mean risk is
/// above what is tolerated, an empty host is a place like others.
final class Cure {
  /// For how many steps a change of risk is expected to last: an overload costs a migration.
  private static final double STEPS = 4;

  /// What a host's standard deviation is worth, in migrations a MIPS: those that spread most should
  /// be together, as together they need least room beyond their mean (Breitgand and Epstein 2012).
  private static final double SPREAD = 0.002;

  /// An overload that costs more is left: most are gone with the next sample.
  private static final double LEAVE = 30;

  /// More than this and a host takes nobody in.
  private static final double RISK = 0.5;

  /// What another migration on top costs where one is not enough.
  private static final double ONE_MORE = 1;

  /// Less of the excess than this is not worth a migration.
  private static final double WORTH = 0.05;

  /// Beyond every price: whoever isn't enough goes after all who are.
  private static final double NOT_ENOUGH = 10;

  private static final int MOST_MOVES = 20;

  private record Option(int guest, int to, double cost) {}

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
      Optional<Option> best =
          cheapest(host, stacks.excess(host))
              .or(() -> cheapest(host, WORTH * stacks.excess(host)))
              .or(() -> toAnEmptyHost(host));
      going = best.filter(option -> option.cost <= LEAVE).isPresent();
      if (going) {
        stacks.toll().relieved(best.get().guest, host);
        stacks.move(best.get().guest, host, best.get().to);
      }
    }
  }

  /// Among guests that ask for so many MIPS at least.
  private Optional<Option> cheapest(int host, double least) {
    List<Integer> places = places();
    Optional<Option> best = Optional.empty();
    for (int guest : stacks.on(host)) {
      if (stacks.hasMoved(guest) || stacks.seen().demand(guest) < least) {
        continue;
      }
      Optional<Option> option = cheapestPlace(guest, host, places);
      if (option.isPresent() && (best.isEmpty() || option.get().cost < best.get().cost)) {
        best = option;
      }
    }
    return best;
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
    double part = Math.min(1, stacks.seen().demand(guest) / stacks.excess(host));
    double another = part < 1 ? ONE_MORE : 0;
    double leaving =
        stacks.toll().relieving(guest, host)
            + STEPS * (stacks.riskWithout(guest, host) - stacks.risk(host))
            + SPREAD * stacks.spread(host, guest, -1)
            + another;
    Optional<Option> best = Optional.empty();
    for (int to : places) {
      if (to == host || !stacks.fits(guest, to)) {
        continue;
      }
      double risk = stacks.riskWith(guest, to);
      double coming = STEPS * (risk - stacks.risk(to)) + SPREAD * stacks.spread(to, guest, 1);
      double cost = (leaving + coming + stacks.toll().coming(guest, to)) / part;
      if (risk <= RISK && (best.isEmpty() || cost < best.get().cost)) {
        best = Optional.of(new Option(guest, to, cost));
      }
    }
    return best;
  }

  /// Whoever cures it most cheaply and is busiest at most times.
  private Optional<Option> toAnEmptyHost(int host) {
    double excess = stacks.excess(host);
    return stacks.on(host).stream()
        .filter(guest -> !stacks.hasMoved(guest))
        .min(Comparator.comparingDouble(guest -> reluctance(guest, host, excess)))
        .flatMap(guest -> emptyFor(guest).map(to -> new Option(guest, to, 0)));
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
