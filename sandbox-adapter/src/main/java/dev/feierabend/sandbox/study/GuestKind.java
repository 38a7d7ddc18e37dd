package dev.feierabend.sandbox.study;

import java.util.List;

/// What a guest was sold, after Amazon's kinds of 2012.
///
/// @param mips what a load of 100 % asks for, of one core
record GuestKind(double mips, int memoryMb) {
  private static final List<GuestKind> KINDS =
      List.of(
          new GuestKind(2_500, 870),
          new GuestKind(2_000, 1_740),
          new GuestKind(1_000, 1_740),
          new GuestKind(500, 613));

  /// MB a second at which memory moves: half of a link of 1 Gbit/s.
  private static final double LINK = 62.5;

  /// Four blocks in order of the recordings' names, as CloudSim deals kinds out.
  static GuestKind of(int guest, int guests) {
    int block = Math.ceilDiv(guests, KINDS.size());
    return KINDS.get(guest / block);
  }

  double migrationSeconds() {
    return memoryMb / LINK;
  }

  /// Whether all that it was sold fits on a host of which so much was given away.
  boolean fits(HostModel model, double givenMips, int givenMb) {
    return mips <= model.core()
        && givenMips + mips <= model.capacity()
        && givenMb + memoryMb <= Park.MEMORY_MB;
  }
}
