package dev.feierabend.sandbox.study;

/// Adds up what passes: energy, and the metrics as CloudSim 3.0.3 computes them.
final class Meter {
  private static final double JOULES_A_KWH = 3.6e6;

  private final Hosting hosting;
  private final Rules rules;
  private final boolean alwaysAtPeak;
  private final boolean[] loaded = new boolean[Park.HOSTS];
  private boolean counts;
  private double joules;
  private double loadedSeconds;
  private double shortSeconds;
  private double requested;
  private double undelivered;
  private int shutdowns;

  Meter(Hosting hosting, Rules rules, boolean alwaysAtPeak) {
    this.hosting = hosting;
    this.rules = rules;
    this.alwaysAtPeak = alwaysAtPeak;
  }

  /// @param yes whether what passes from now on is of the day's figures
  void counts(boolean yes) {
    counts = yes;
  }

  /// So many seconds pass while guests request so many MIPS.
  void pass(double seconds, double[] mips, Traffic traffic) {
    if (seconds == 0) {
      return;
    }
    for (int host = 0; host < Park.HOSTS; host++) {
      boolean on = !hosting.empty(host) || !traffic.coming(host).isEmpty();
      HostLoad load = on ? HostLoad.of(host, mips, hosting, traffic) : new HostLoad(0, 0, 1);
      if (loaded[host] && !load.some()) {
        shutdowns++;
      }
      loaded[host] = counts && load.some();
      if (counts) {
        joules += watts(host, load, on, traffic) * seconds;
        if (on) {
          count(host, load, seconds, mips, traffic);
        }
      }
    }
  }

  private double watts(int host, HostLoad load, boolean on, Traffic traffic) {
    HostModel model = Park.model(host);
    if (alwaysAtPeak || traffic.boots(host)) {
      return model.peakWatts();
    }
    boolean burns = on && (load.some() || rules.chargesIdleHosts());
    return burns ? model.watts(load.given()) : 0;
  }

  private void count(int host, HostLoad load, double seconds, double[] mips, Traffic traffic) {
    if (load.some()) {
      loadedSeconds += seconds;
      shortSeconds += load.tooLittle() ? seconds : 0;
    }
    double core = Park.model(host).core();
    for (int guest : hosting.on(host)) {
      requested += mips[guest] * seconds;
      if (traffic.leaves(guest)) {
        double given = Math.min(mips[guest], core) * load.share() * (1 - Traffic.SHARE);
        undelivered += (mips[guest] - given) * seconds;
      }
    }
  }

  Figures figures(int migrations, int guestsAtEnd) {
    return new Figures(
        joules / JOULES_A_KWH,
        migrations,
        ratio(shortSeconds, loadedSeconds),
        ratio(undelivered, requested),
        shutdowns,
        guestsAtEnd);
  }

  /// On a day on which nobody asked for anything nothing was missed.
  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
