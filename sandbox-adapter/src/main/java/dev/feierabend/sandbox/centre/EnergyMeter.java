package dev.feierabend.sandbox.centre;

/// Kilowatt-hours: what was used, what everything on would have used under the same load, and the
/// boots' part of what was used.
public final class EnergyMeter {
  private static final double JOULES_A_KWH = 3_600_000;

  private double used;
  private double everythingOn;
  private double boots;

  /// A host's part of a time in which its watts didn't change.
  ///
  /// @param wattsIfOn what it would have used with everything on
  /// @param bootWatts the part of `watts` that went into a boot
  public void add(double seconds, double watts, double wattsIfOn, double bootWatts) {
    used += watts * seconds / JOULES_A_KWH;
    everythingOn += wattsIfOn * seconds / JOULES_A_KWH;
    boots += bootWatts * seconds / JOULES_A_KWH;
  }

  public double used() {
    return used;
  }

  public double everythingOn() {
    return everythingOn;
  }

  public double boots() {
    return boots;
  }

  /// Net of what the boots cost.
  public double saved() {
    return everythingOn - used;
  }
}
