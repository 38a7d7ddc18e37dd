package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.planning.FleetPort.Power;

/// The two things that are ever asked of a machine; neither forces.
public enum Press {
  ON(Power.ON),
  SOFT_OFF(Power.OFF);

  private final Power wanted;

  Press(Power wanted) {
    this.wanted = wanted;
  }

  /// What is seen once it has taken effect.
  public Power wanted() {
    return wanted;
  }
}
