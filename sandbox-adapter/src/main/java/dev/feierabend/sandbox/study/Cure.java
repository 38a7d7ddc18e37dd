package dev.feierabend.sandbox.study;

import dev.feierabend.sandbox.study.Places.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes guests from an overloaded host until it can carry the rest: one or two that are enough, if
/// they have places to go, chosen by the toll and by what their moves do to the risk on both sides;
/// else the best part of the excess; else one to an empty host. Two small guests are often cheaper
/// than a large one: they are on their way for less time, and no more moves than must. An overload
/// that costs more to cure than to bear is left: most are gone with the next sample.
final class Cure {
  /// What another migration on top costs where one is not enough.
  private static final double ONE_MORE = 1;

  /// Less of the excess than this is not worth a migration.
  private static final double WORTH = 0.05;

  /// Beyond every price: whoever isn't enough goes after all who are.
  private static final double NOT_ENOUGH = 10;

  private static final int MOST_MOVES = 20;

  private record Choice(double cost, List<Place> places) {}

  private final Stacks stacks;
  private final Places places;

  /// @param limit mean risk beyond which another host is opened
  Cure(Stacks stacks, double limit) {
    this.stacks = stacks;
    places = new Places(stacks, limit);
  }

  void of(int host) {
    boolean going = true;
    for (int moves = 0; going && moves < MOST_MOVES && stacks.excess(host) > 0; moves++) {
      Optional<Choice> best = cheapest(host).or(() -> toAnEmptyHost(host));
      double bearing = stacks.toll().overloaded(host, Day.STEP_SECONDS);
      going = best.filter(choice -> choice.cost <= bearing).isPresent();
      if (going) {
        best.get().places.forEach(place -> go(place, host));
      }
    }
    if (stacks.excess(host) > 0) {
      stacks.toll().wasOverloaded(host, Day.STEP_SECONDS);
    }
  }

  /// The second of two that go may find its place taken by the first.
  private void go(Place place, int from) {
    if (stacks.fits(place.guest(), place.to())) {
      stacks.toll().wasOverloaded(from, stacks.toll().seconds(place.guest()));
      stacks.move(place.guest(), from, place.to());
    }
  }

  private Optional<Choice> cheapest(int host) {
    double excess = stacks.excess(host);
    List<Integer> guests =
        stacks.on(host).stream()
            .filter(guest -> !stacks.hasMoved(guest))
            .filter(guest -> stacks.seen().demand(guest) >= WORTH * excess)
            .toList();
    List<Place> found = places.of(guests, host);
    return enough(found, host, excess)
        .or(() -> found.stream().map(place -> part(place, host, excess)).min(byCost()));
  }

  private static Comparator<Choice> byCost() {
    return Comparator.comparingDouble(Choice::cost);
  }

  /// One or two.
  private Optional<Choice> enough(List<Place> chosen, int host, double excess) {
    var choices = new ArrayList<Choice>();
    for (Place one : chosen) {
      if (one.demand() >= excess) {
        choices.add(choice(host, List.of(one)));
      } else {
        chosen.stream()
            .takeWhile(other -> !other.equals(one))
            .filter(other -> other.demand() < excess && other.demand() + one.demand() >= excess)
            .map(other -> choice(host, largerFirst(one, other)))
            .forEach(choices::add);
      }
    }
    return choices.stream().min(byCost());
  }

  private static List<Place> largerFirst(Place one, Place other) {
    return one.demand() >= other.demand() ? List.of(one, other) : List.of(other, one);
  }

  private Choice choice(int host, List<Place> chosen) {
    double cost = 0;
    double seconds = 0;
    double mean = 0;
    double variance = 0;
    for (Place place : chosen) {
      cost += place.cost();
      seconds = Math.max(seconds, stacks.toll().seconds(place.guest()));
      mean += stacks.belief().mean(place.guest());
      variance += stacks.belief().variance(place.guest());
    }
    double left = stacks.toll().overloaded(host, seconds) + stacks.dearer(host, mean, variance);
    return new Choice(cost + left, chosen);
  }

  private Choice part(Place place, int host, double excess) {
    Choice alone = choice(host, List.of(place));
    return new Choice((alone.cost + ONE_MORE) / Math.min(1, place.demand() / excess), alone.places);
  }

  /// Whoever cures it most cheaply and is busiest at most times.
  private Optional<Choice> toAnEmptyHost(int host) {
    double excess = stacks.excess(host);
    return stacks.on(host).stream()
        .filter(guest -> !stacks.hasMoved(guest))
        .min(Comparator.comparingDouble(guest -> reluctance(guest, host, excess)))
        .flatMap(places::empty)
        .map(place -> new Choice(0, List.of(place)));
  }

  private double reluctance(int guest, int host, double excess) {
    double demand = stacks.seen().demand(guest);
    return demand >= excess
        ? stacks.toll().leaving(guest, host) - stacks.belief().mean(guest) / 1_000
        : NOT_ENOUGH - demand / excess;
  }
}
