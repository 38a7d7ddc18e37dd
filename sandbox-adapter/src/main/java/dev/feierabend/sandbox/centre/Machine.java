package dev.feierabend.sandbox.centre;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One host's life: off, booting, up, stopping. What has an end ends by itself.
final class Machine {
  enum Phase {
    OFF,
    BOOTING,
    UP,
    STOPPING
  }

  private static final Duration SHUTDOWN = Duration.ofSeconds(60);

  final Host host;
  boolean cordoned;
  private Phase phase = Phase.UP;
  private Optional<Instant> ends = Optional.empty();

  Machine(Host host) {
    this.host = host;
  }

  Phase phase() {
    return phase;
  }

  Power power() {
    return phase == Phase.OFF ? Power.OFF : Power.ON;
  }

  boolean up() {
    return phase == Phase.UP;
  }

  /// When the phase ends by itself; empty where it doesn't.
  Optional<Instant> ends() {
    return ends;
  }

  void end() {
    phase = phase == Phase.BOOTING ? Phase.UP : Phase.OFF;
    ends = Optional.empty();
  }

  /// Starts booting; `hangs`: never comes up.
  void boot(Instant at, double pace, boolean hangs) {
    Duration boot = host.electricity().boot();
    phase = Phase.BOOTING;
    ends = hangs ? Optional.empty() : Optional.of(at.plusMillis((long) (boot.toMillis() * pace)));
  }

  void stop(Instant at) {
    phase = Phase.STOPPING;
    ends = Optional.of(at.plus(SHUTDOWN));
  }

  /// A person repairs a boot that hangs.
  void repair(Instant at) {
    if (phase == Phase.BOOTING && ends.isEmpty()) {
      boot(at, 1, false);
    }
  }

  /// Watts now, with `cores` of its cores busy.
  double watts(double cores) {
    var electricity = host.electricity();
    return switch (phase) {
      case OFF -> electricity.standbyWatts();
      case BOOTING -> electricity.bootWatts();
      case UP, STOPPING -> electricity.curve().at(cores / host.capacity().cores()).value();
    };
  }
}
