package dev.feierabend.hypervisor.redfish;

import dev.feierabend.core.planning.FleetPort.Power;
import java.time.Duration;

/// The two resets that are ever asked for; none of them forces. `settles`: so long an accepted one
/// may take to show; an operating system shuts down at leisure, a board switches on at once.
enum Reset {
  ON("On", Power.ON, Duration.ofMinutes(1)),
  SOFT_OFF("GracefulShutdown", Power.OFF, Duration.ofMinutes(5));

  final String type;
  final Power wanted;
  final Duration settles;

  Reset(String type, Power wanted, Duration settles) {
    this.type = type;
    this.wanted = wanted;
    this.settles = settles;
  }
}
