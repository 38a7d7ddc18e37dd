package dev.feierabend.sandbox.study;

/// What CloudSim's methods make of each guest's last samples at a step.
final class Outlook {
  /// Samples that local regression looks at.
  static final int WINDOW = 10;

  private static final double MEAN_PLACE = (WINDOW + 1) / 2.0;
  private static final double SPREAD = WINDOW * (WINDOW * WINDOW - 1) / 12.0;

  private final Seen seen;
  private final double[] demand;
  private final double[] predicted;
  private final int[] history;

  Outlook(Seen seen) {
    this.seen = seen;
    demand = new double[seen.guests()];
    predicted = new double[seen.guests()];
    history = new int[seen.guests()];
    for (int guest = 0; guest < seen.guests(); guest++) {
      if (seen.here(guest)) {
        demand[guest] = seen.demand(guest);
        predicted[guest] = line(guest) * seen.kind(guest).mips();
        history[guest] = length(guest);
      }
    }
  }

  /// The straight line through the window by least squares, one step ahead.
  private double line(int guest) {
    double ahead = WINDOW + 1 - MEAN_PLACE;
    double sum = 0;
    for (int back = 0; back < WINDOW; back++) {
      double place = WINDOW - back - MEAN_PLACE;
      sum += (1.0 / WINDOW + place / SPREAD * ahead) * seen.share(guest, back);
    }
    return sum;
  }

  /// As CloudSim counts: up to the oldest sample that isn't 0.
  private int length(int guest) {
    int back = Seen.LOOK_BACK;
    while (back > 0 && seen.share(guest, back - 1) == 0) {
      back--;
    }
    return back;
  }

  Seen seen() {
    return seen;
  }

  double demand(int guest) {
    return demand[guest];
  }

  /// MIPS at the next step.
  double predicted(int guest) {
    return predicted[guest];
  }

  int history(int guest) {
    return history[guest];
  }
}
