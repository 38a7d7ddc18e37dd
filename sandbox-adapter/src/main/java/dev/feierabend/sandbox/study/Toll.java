package dev.feierabend.sandbox.study;

/// What a step's moves cost those who run, in migrations. Every move is one. A host is short while
/// guests come to it, and an overloaded one until enough have left; and whoever is on the way gets
/// less.
///
/// A second in which a host is short is paid once: guests that come to a host together make it
/// short together. That is a reason to send them to the same.
final class Toll {
  private static final double A_SHORT_SECOND = 0.02;
  private static final double A_LOST_MIPS_SECOND = 8e-4;

  private final Seen seen;

  /// What a host gives of what it was asked for before anybody moved.
  private final double[] share = new double[Park.HOSTS];

  private final double[] shortSeconds = new double[Park.HOSTS];

  Toll(Seen seen) {
    this.seen = seen;
    for (int host = 0; host < Park.HOSTS; host++) {
      double asked = seen.on(host).stream().mapToDouble(seen::demand).sum();
      share[host] = Math.min(1, Park.model(host).capacity() / Math.max(1, asked));
    }
  }

  /// Of leaving a host that is well meanwhile.
  double leaving(int guest, int from) {
    double given = share[from] * (1 - Traffic.SHARE);
    double lost = seen.demand(guest) * (1 - given) * seconds(guest);
    return 1 + A_LOST_MIPS_SECOND * lost;
  }

  /// Of leaving one that is overloaded until then.
  double relieving(int guest, int from) {
    return leaving(guest, from) + A_SHORT_SECOND * more(seconds(guest), from);
  }

  /// Nothing where the guest asks for nothing meanwhile.
  double coming(int guest, int to) {
    return seen.demand(guest) == 0 ? 0 : A_SHORT_SECOND * more(seconds(guest), to);
  }

  private double more(double seconds, int host) {
    return Math.max(0, seconds - shortSeconds[host]);
  }

  private double seconds(int guest) {
    return seen.kind(guest).migrationSeconds();
  }

  void relieved(int guest, int from) {
    shortSeconds[from] = Math.max(shortSeconds[from], seconds(guest));
  }

  void came(int guest, int to) {
    if (seen.demand(guest) > 0) {
      shortSeconds[to] = Math.max(shortSeconds[to], seconds(guest));
    }
  }
}
