package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A few guests for two G4 and a G5, placed in every way that there is.
record SmallInstance(List<Guest> guests) {
  private static final List<HostModel> HOSTS = List.of(HostModel.G4, HostModel.G4, HostModel.G5);

  record Guest(double mips, int memoryMb) {}

  static SmallInstance of(Random random) {
    int guests = 1 + random.nextInt(5);
    return new SmallInstance(
        Stream.generate(() -> new Guest(random.nextInt(1_800), 300 + random.nextInt(1_600)))
            .limit(guests)
            .toList());
  }

  double mips() {
    return guests.stream().mapToDouble(Guest::mips).sum();
  }

  double hostsOfMemory() {
    return guests.stream().mapToDouble(Guest::memoryMb).sum() / Park.MEMORY_MB;
  }

  /// [Double#MAX_VALUE] where they don't fit.
  double leastWatts() {
    return leastWatts(0, new double[HOSTS.size()], new int[HOSTS.size()]);
  }

  private double leastWatts(int next, double[] mips, int[] memoryMb) {
    if (next == guests.size()) {
      return watts(mips, memoryMb);
    }
    double least = Double.MAX_VALUE;
    Guest guest = guests.get(next);
    for (int host = 0; host < HOSTS.size(); host++) {
      mips[host] += guest.mips();
      memoryMb[host] += guest.memoryMb();
      if (mips[host] <= HOSTS.get(host).capacity() && memoryMb[host] <= Park.MEMORY_MB) {
        least = Math.min(least, leastWatts(next + 1, mips, memoryMb));
      }
      mips[host] -= guest.mips();
      memoryMb[host] -= guest.memoryMb();
    }
    return least;
  }

  private static double watts(double[] mips, int[] memoryMb) {
    double watts = 0;
    for (int host = 0; host < HOSTS.size(); host++) {
      watts += memoryMb[host] == 0 ? 0 : HOSTS.get(host).watts(mips[host]);
    }
    return watts;
  }
}
