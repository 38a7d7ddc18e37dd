package dev.feierabend.sandbox.study;

import java.util.stream.IntStream;

/// The bound of one G4 and one G5 by trying: hundredths of each, and the load split between them in
/// small shares, at watts on the curve's lower convex hull.
final class Grid {
  private static final int SHARES = 400;
  private static final int A_HOST = 100;
  private static final int LOADS = 1_000;
  private static final double[] G4 = hull(HostModel.G4);
  private static final double[] G5 = hull(HostModel.G5);

  private Grid() {}

  static double least(double mips, double hostsOfMemory) {
    double least = Double.MAX_VALUE;
    for (int four = 0; four <= A_HOST; four++) {
      for (int five = 0; five <= A_HOST; five++) {
        if (four + five >= hostsOfMemory * A_HOST) {
          least = Math.min(least, split(mips, (double) four / A_HOST, (double) five / A_HOST));
        }
      }
    }
    return least;
  }

  private static double split(double mips, double g4, double g5) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i <= SHARES; i++) {
      double load4 = mips * i / SHARES / HostModel.G4.capacity();
      double load5 = mips * (SHARES - i) / SHARES / HostModel.G5.capacity();
      if (load4 <= g4 && load5 <= g5) {
        least = Math.min(least, watts(load4, g4, G4) + watts(load5, g5, G5));
      }
    }
    return least;
  }

  private static double watts(double load, double hosts, double[] hull) {
    if (hosts == 0) {
      return 0;
    }
    double place = Math.min(1, load / hosts) * LOADS;
    int low = Math.min(LOADS - 1, (int) place);
    return hosts * (hull[low] + (hull[low + 1] - hull[low]) * (place - low));
  }

  private static double[] hull(HostModel model) {
    return IntStream.rangeClosed(0, LOADS)
        .mapToDouble(load -> lowestChord(10.0 * load / LOADS, model))
        .toArray();
  }

  /// Of all chords between two measured points around a load in tenths.
  private static double lowestChord(double tenths, HostModel model) {
    double least = Double.MAX_VALUE;
    for (int low = 0; low <= Math.min(9, tenths); low++) {
      for (int high = Math.max(low + 1, (int) Math.ceil(tenths)); high <= 10; high++) {
        double a = model.watts(model.capacity() * low / 10);
        double b = model.watts(model.capacity() * high / 10);
        least = Math.min(least, a + (b - a) * (tenths - low) / (high - low));
      }
    }
    return least;
  }
}
