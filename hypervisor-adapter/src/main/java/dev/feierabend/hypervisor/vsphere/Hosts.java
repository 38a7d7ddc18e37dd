package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import java.time.Duration;

/// What can be done with a host, as it is seen. Each task has a time after which vCenter itself
/// gives it up: maintenance that waits for a guest would otherwise never end.
final class Hosts {
  private static final Duration MAINTENANCE = Duration.ofMinutes(30);
  private static final Duration STANDBY = Duration.ofMinutes(10);
  private static final Duration WAKE = Duration.ofMinutes(15);

  private final Effects effects;

  Hosts(Effects effects) {
    this.effects = effects;
  }

  /// Nothing is evacuated here: guests have left, by plan, or the host isn't ready for it.
  Answer enterMaintenance(SeenHost seen) {
    String what = "maintenance of " + seen.host().name();
    if (seen.host().maintenance()) {
      return effects.already(seen.ref(), what);
    }
    if (seen.host().occupied()) {
      return occupied(seen);
    }
    return effects.perform(
        seen.ref(),
        what,
        Request.of(
            "EnterMaintenanceMode_Task",
            seen.ref(),
            Xml.of("timeout", MAINTENANCE.toSeconds()),
            Xml.of("evacuatePoweredOffVms", false)));
  }

  Answer leaveMaintenance(SeenHost seen) {
    String what = "service of " + seen.host().name();
    return seen.host().maintenance()
        ? effects.perform(
            seen.ref(),
            what,
            Request.of(
                "ExitMaintenanceMode_Task", seen.ref(), Xml.of("timeout", MAINTENANCE.toSeconds())))
        : effects.already(seen.ref(), what);
  }

  Answer putIntoStandby(SeenHost seen) {
    String what = "standby of " + seen.host().name();
    if (!seen.standby()) {
      return noStandby(seen);
    }
    return switch (seen.host().power()) {
      case OFF -> effects.already(seen.ref(), what);
      case UNKNOWN -> outOfSight(seen);
      case ON ->
          seen.host().occupied()
              ? occupied(seen)
              : effects.perform(
                  seen.ref(),
                  what,
                  Request.of(
                      "PowerDownHostToStandBy_Task",
                      seen.ref(),
                      Xml.of("timeoutSec", STANDBY.toSeconds()),
                      Xml.of("evacuatePoweredOffVms", false)));
    };
  }

  Answer wake(SeenHost seen) {
    String what = "wake of " + seen.host().name();
    if (!seen.standby()) {
      return noStandby(seen);
    }
    return switch (seen.host().power()) {
      case ON -> effects.already(seen.ref(), what);
      case OFF ->
          effects.perform(
              seen.ref(),
              what,
              Request.of(
                  "PowerUpHostFromStandBy_Task",
                  seen.ref(),
                  Xml.of("timeoutSec", WAKE.toSeconds())));
      case UNKNOWN ->
          seen.powerState().equals("poweredOff")
              ? new Answer.Refused(
                  "Expected a host in standby but %s was shut down: its controller can wake it, vCenter can't"
                      .formatted(seen.host().name()))
              : outOfSight(seen);
    };
  }

  private static Answer noStandby(SeenHost seen) {
    return new Answer.Refused(
        "Expected a host that can wake from standby but vCenter says that %s can't"
            .formatted(seen.host().name()));
  }

  private static Answer occupied(SeenHost seen) {
    return new Answer.NotYet(
        "Expected a host on which nothing runs but something does on " + seen.host().name());
  }

  private static Answer outOfSight(SeenHost seen) {
    return new Answer.Unknown(
        "Expected vCenter to know whether %s is on but it says \"%s\""
            .formatted(seen.host().name(), seen.powerState()));
  }
}
