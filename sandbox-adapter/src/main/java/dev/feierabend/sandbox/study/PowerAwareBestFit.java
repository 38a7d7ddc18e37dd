package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;

/// The first placement of CloudSim's power-aware methods: everybody by all that they were sold, in
/// order, where watts rise least over idle.
final class PowerAwareBestFit {
  private final Seen seen;
  private final double firstShare;
  private final double[] mips = new double[Park.HOSTS];
  private final int[] memoryMb = new int[Park.HOSTS];

  /// @param firstShare how much of a host that has guests one more may want, by itself
  PowerAwareBestFit(Seen seen, double firstShare) {
    this.seen = seen;
    this.firstShare = firstShare;
  }

  List<Integer> place() {
    var hosts = new ArrayList<Integer>();
    for (int guest = 0; guest < seen.guests(); guest++) {
      int host = best(seen.kind(guest));
      mips[host] += seen.kind(guest).mips();
      memoryMb[host] += seen.kind(guest).memoryMb();
      hosts.add(host);
    }
    return hosts;
  }

  private int best(GuestKind guest) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int host = 0; host < Park.HOSTS; host++) {
      HostModel model = Park.model(host);
      double rise = model.watts(mips[host] + guest.mips()) - model.idleWatts();
      if (rise < least && fits(guest, host)) {
        least = rise;
        best = host;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("Expected room for " + guest);
    }
    return best;
  }

  private boolean fits(GuestKind guest, int host) {
    HostModel model = Park.model(host);
    return guest.fits(model, mips[host], memoryMb[host])
        && (mips[host] == 0 || guest.mips() / model.capacity() <= firstShare);
  }
}
