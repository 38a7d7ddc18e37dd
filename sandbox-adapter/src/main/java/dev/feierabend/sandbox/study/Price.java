package dev.feierabend.sandbox.study;

/// What a migration is taken to cost.
final class Price {
  private static final double USUAL_MEMORY_MB = 870;
  private static final double OF_LOAD = 0.7;
  private static final double USUAL_MIPS = 1_000;

  private Price() {}

  /// As long as it takes, more where much is asked for meanwhile; 1 is an idle guest of 870 MB.
  static double of(int guest, Seen seen) {
    double length = seen.kind(guest).memoryMb() / USUAL_MEMORY_MB;
    return length * (1 + OF_LOAD * seen.demand(guest) / USUAL_MIPS);
  }
}
