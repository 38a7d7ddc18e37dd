package dev.feierabend.core.planning.consolidation;

import java.util.stream.DoubleStream;

/// Hosts that no price can tell apart.
final class Kind {
  /// Of one that is off; 0 without a curve.
  final double standby;

  /// They are on whatever it costs.
  final boolean forced;

  /// How many there are.
  int many;

  private final double[] room;

  /// Loads between which watts are interpolated, the highest that may be planned first.
  private final double[] cores;

  private final double[] watts;

  Kind(HostTable hosts, int sample, boolean forced, double headroom) {
    this.forced = forced;
    standby = hosts.standby(sample);
    room = new double[hosts.width];
    System.arraycopy(hosts.room, sample * hosts.width, room, 0, room.length);
    cores =
        DoubleStream.concat(
                DoubleStream.of(headroom),
                DoubleStream.iterate(9, tenth -> tenth >= 0, tenth -> tenth - 1)
                    .map(tenth -> tenth / 10)
                    .filter(load -> load < headroom))
            .map(load -> load * hosts.cores(sample))
            .toArray();
    watts = DoubleStream.of(cores).map(load -> hosts.watts(sample, load)).toArray();
  }

  /// Watts of one that is on, less what it earns at these prices by its best load.
  double onAt(double[] price) {
    double cost = Double.POSITIVE_INFINITY;
    for (int i = 0; i < watts.length; i++) {
      cost = Math.min(cost, watts[i] - price[0] * cores[i]);
    }
    for (int resource = 1; resource < price.length; resource++) {
      cost -= price[resource] * room[resource];
    }
    return cost;
  }

  /// What all of them add to the dual.
  double at(double[] price) {
    double on = onAt(price);
    return many * (forced ? on : Math.min(on, standby));
  }

  /// The load in cores at which one earns most at this price of a core.
  double bestLoad(double price) {
    int best = 0;
    for (int i = 1; i < watts.length; i++) {
      if (price * cores[i] - watts[i] > price * cores[best] - watts[best] + 1e-9) {
        best = i;
      }
    }
    return cores[best];
  }

  /// The price of `resource` at which one would be worth twice its highest watts.
  double dear(int resource) {
    return room[resource] > 0 ? 2 * DoubleStream.of(watts).max().orElse(0) / room[resource] : 0;
  }
}
