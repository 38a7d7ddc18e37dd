package dev.feierabend.sandbox.study;

import java.util.Arrays;

/// What a step's moves cost those who run, in migrations. Every move is one. A host is short while
/// guests come to it, and an overloaded one until enough have left; and whoever is on the way gets
/// less.
///
/// A second in which a host is short is paid once: guests that come to a host together make it
/// short together. That is a reason to send them to the same.
final class Toll {
  /// In migrations.
  ///
  /// @param shortSecond a second in which a host gives less than is asked of it
  /// @param lostMips a MIPS that a guest on its way doesn't get, for a second
  record Prices(double shortSecond, double lostMips) {
    /// Before it is known what migrations and seconds there are to spend.
    static final Prices FIRST = new Prices(0.025, 2e-4);

    Prices {
      if (!(shortSecond > 0 && lostMips > 0 && shortSecond + lostMips < Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "Expected prices above 0 but found %s and %s".formatted(shortSecond, lostMips));
      }
    }
  }

  private final Seen seen;
  private final Prices prices;

  /// What a host gives of what it was asked for before anybody moved.
  private final double[] share = new double[Park.HOSTS];

  private final double[] shortSeconds = new double[Park.HOSTS];
  private double lost;

  Toll(Seen seen, Prices prices) {
    this.seen = seen;
    this.prices = prices;
    for (int host = 0; host < Park.HOSTS; host++) {
      double asked = seen.on(host).stream().mapToDouble(seen::demand).sum();
      share[host] = Math.min(1, Park.model(host).capacity() / Math.max(1, asked));
    }
  }

  /// Of leaving a host that is well meanwhile.
  double leaving(int guest, int from) {
    return 1 + prices.lostMips * lost(guest, from);
  }

  private double lost(int guest, int from) {
    double given = share[from] * (1 - Traffic.SHARE);
    return seen.demand(guest) * (1 - given) * seconds(guest);
  }

  /// That an overloaded host is so for so many seconds.
  double overloaded(int host, double seconds) {
    return prices.shortSecond * more(seconds, host);
  }

  /// Nothing where the guest asks for nothing meanwhile.
  double coming(int guest, int to) {
    return seen.demand(guest) == 0 ? 0 : prices.shortSecond * more(seconds(guest), to);
  }

  private double more(double seconds, int host) {
    return Math.max(0, seconds - shortSeconds[host]);
  }

  double seconds(int guest) {
    return seen.kind(guest).migrationSeconds();
  }

  void wasOverloaded(int host, double seconds) {
    shortSeconds[host] = Math.max(shortSeconds[host], seconds);
  }

  void left(int guest, int from) {
    lost += lost(guest, from);
  }

  void came(int guest, int to) {
    if (seen.demand(guest) > 0) {
      shortSeconds[to] = Math.max(shortSeconds[to], seconds(guest));
    }
  }

  /// Of all hosts, by the moves so far.
  double shortSeconds() {
    return Arrays.stream(shortSeconds).sum();
  }

  /// MIPS that guests on their way didn't get, times seconds, by the moves so far.
  double lostMips() {
    return lost;
  }
}
