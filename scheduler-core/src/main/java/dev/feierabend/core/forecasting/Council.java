package dev.feierabend.core.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The voices' weights at each horizon, taken down once a day.
final class Council {
  private final Mixture[] mixtures = new Mixture[Horizon.count()];
  private final List<Weighed[]> days = new ArrayList<>();
  private final int first;

  /// @param first the day on which it begins
  Council(double level, int first) {
    this.first = first;
    Arrays.setAll(mixtures, _ -> new Mixture(level));
  }

  /// What is asked for first on a day counts for all of it; days come in order.
  void takeDown(int day) {
    if (day - first == days.size()) {
      days.add(weighed());
    }
  }

  /// What was taken down on a day.
  Weighed on(int day, Horizon horizon) {
    return days.get(day - first)[horizon.place()];
  }

  void learn(Horizon horizon, double seen, Told told) {
    mixtures[horizon.place()].learn(seen, told);
  }

  /// By horizon. A longer one that has learned nothing yet listens to the next shorter one.
  Weighed[] weighed() {
    var weighed = new Weighed[Horizon.count()];
    Weighed shorter = Weighed.BEGINNING;
    for (int horizon = 0; horizon < weighed.length; horizon++) {
      shorter = mixtures[horizon].weighed(shorter);
      weighed[horizon] = shorter;
    }
    return weighed;
  }
}
