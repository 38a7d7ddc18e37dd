package dev.feierabend.sandbox.study;

import java.util.Locale;

/// What holds in the simulated park; every figure is of one of these.
public enum Rules {
  /// As CloudSim 3.0.3 runs the experiment: whoever idles for a step is taken away for good, memory
  /// is looked at once, an idle host burns nothing, and the first step counts for nothing.
  PUBLISHED,

  /// Everybody stays all day, and a host with guests burns its idle watts.
  KEPT,

  /// As [#KEPT], and a sample is seen when its 300 seconds are over.
  LATE,

  /// As [#KEPT], and guests fit into a host's memory at every placement.
  MEMORY,

  /// As [#MEMORY]; a sample is seen when its 300 seconds are over, a host boots before it takes
  /// guests, and one that went off stays off for a while.
  HONEST;

  /// At its peak watts; migrations to it begin afterwards.
  static final double BOOT_SECONDS = 180;

  private static final double LEAST_OFF_SECONDS = 1_800;

  boolean enforcesMemory() {
    return this == MEMORY || this == HONEST;
  }

  boolean removesIdleGuests() {
    return this == PUBLISHED;
  }

  boolean chargesIdleHosts() {
    return this != PUBLISHED;
  }

  /// CloudSim sees no load before its second step.
  boolean counts(int step) {
    return this != PUBLISHED || step > 0;
  }

  boolean boots() {
    return this == HONEST;
  }

  /// How long a host that went off stays so at least.
  double leastOffSeconds() {
    return this == HONEST ? LEAST_OFF_SECONDS : 0;
  }

  /// Steps between a sample and whoever decides.
  int delay() {
    return this == LATE || this == HONEST ? 1 : 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
