package dev.feierabend.core.planning.consolidation;

/// The least watts that carry a need in every resource, were hosts and guests divisible (a linear
/// program as in Cambazard, Mehta, O'Sullivan, Simonis: Bin Packing with Linear Usage Costs, 2013),
/// by its dual: whatever prices of resources are set, the need at these prices, less what hosts
/// earn by them beyond their watts, bounds the watts from below. So it is a bound whether or not
/// the best prices are found; they are looked for along lines, on which it is concave.
final class Dual {
  private static final int ROUNDS = 3;
  private static final int STEPS = 40;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final Kinds kinds;
  private final double[] need;
  private double[] best;
  private double most;

  Dual(Kinds kinds, double[] need) {
    this.kinds = kinds;
    this.need = need;
    best = new double[need.length];
    most = at(best);
    for (int round = 0; round < ROUNDS; round++) {
      for (int one = 0; one < need.length; one++) {
        along(unit(one, -1));
        for (int other = 0; other < one; other++) {
          along(unit(one, other));
        }
      }
      along(best.clone());
    }
  }

  double watts() {
    return most;
  }

  double[] prices() {
    return best.clone();
  }

  /// What a host costs at the best prices when it is on, beyond standby; the less, the rather it is
  /// one of those that carry.
  double value(Kind kind) {
    return kind.onAt(best) - kind.standby;
  }

  private double at(double[] price) {
    double sum = 0;
    for (int resource = 0; resource < need.length; resource++) {
      sum += price[resource] * need[resource];
    }
    for (Kind kind : kinds.all) {
      sum += kind.at(price);
    }
    return sum;
  }

  /// Towards a dearer `one`, with an `other` so much cheaper.
  private double[] unit(int one, int other) {
    double[] direction = new double[need.length];
    direction[one] = dearest(one);
    if (other >= 0) {
      direction[other] = -dearest(other);
    }
    return direction;
  }

  private double dearest(int resource) {
    return kinds.all.stream().mapToDouble(kind -> kind.dear(resource)).max().orElse(0);
  }

  private double[] moved(double[] direction, double by) {
    double[] price = best.clone();
    for (int i = 0; i < price.length; i++) {
      price[i] = Math.max(0, price[i] + by * direction[i]);
    }
    return price;
  }

  private void along(double[] direction) {
    double low = -1;
    double high = 1;
    double one = high - GOLDEN * (high - low);
    double other = low + GOLDEN * (high - low);
    double atOne = at(moved(direction, one));
    double atOther = at(moved(direction, other));
    for (int step = 0; step < STEPS; step++) {
      if (atOne >= atOther) {
        high = other;
        other = one;
        atOther = atOne;
        one = high - GOLDEN * (high - low);
        atOne = at(moved(direction, one));
      } else {
        low = one;
        one = other;
        atOne = atOther;
        other = low + GOLDEN * (high - low);
        atOther = at(moved(direction, other));
      }
    }
    double[] found = moved(direction, (low + high) / 2);
    double there = at(found);
    if (there > most) {
      most = there;
      best = found;
    }
  }
}
