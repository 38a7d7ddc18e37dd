package dev.feierabend.sandbox.study;

import dev.feierabend.policies.terms.PowerCurve;
import java.util.List;

/// A kind of host. Watts are SPECpower's, as in table 2 of Beloglazov and Buyya (2012); nothing
/// when off.
///
/// @param core MIPS of one of its two cores, the most that one guest can use
record HostModel(double core, PowerCurve curve) {
  static final HostModel G4 =
      new HostModel(
          1_860,
          new PowerCurve(
              List.of(86.0, 89.4, 92.6, 96.0, 99.5, 102.0, 106.0, 108.0, 112.0, 114.0, 117.0)));
  static final HostModel G5 =
      new HostModel(
          2_660,
          new PowerCurve(
              List.of(93.7, 97.0, 101.0, 105.0, 110.0, 116.0, 121.0, 125.0, 129.0, 133.0, 135.0)));

  private static final int CORES = 2;

  double capacity() {
    return CORES * core;
  }

  /// Watts while it delivers so many MIPS.
  double watts(double mips) {
    return curve.at(mips / capacity()).value();
  }

  double idleWatts() {
    return watts(0);
  }

  double peakWatts() {
    return watts(capacity());
  }
}
