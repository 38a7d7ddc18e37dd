package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.centre.Services;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.SandboxLoad;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Which world a fleet document describes: a sandbox where a controller is of that kind, else
/// Kubernetes clusters and hypervisors.
///
/// @param allowed whom readiness tests may reach, in either
/// @param evenings when what would not wake again must be known
/// @param tookAway which hosts were taken out of service here, by the history
record Worlds(
    ServiceProperties properties,
    AllowedHosts allowed,
    Evenings evenings,
    Predicate<MachineId> tookAway,
    InstantSource clock) {
  Ports of(Fleet fleet) {
    return isSandbox(fleet) ? sandbox(fleet) : new RealWorld(this).of(fleet);
  }

  static boolean isSandbox(Fleet fleet) {
    return fleet.controllers().stream().anyMatch(controller -> controller.kind().equals("sandbox"));
  }

  /// Whether the cluster that the service runs in, or that its kubeconfig names, is of the fleet.
  static boolean isHome(Fleet fleet) {
    return !isSandbox(fleet)
        && (fleet.clusters().isEmpty() && fleet.hypervisors().isEmpty()
            || !fleet.in(Optional.empty()).pools().isEmpty());
  }

  private Ports sandbox(Fleet fleet) {
    var luck = new Luck(1);
    var load = new GeneratedLoad(luck, ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    var centre = new DataCentre(fleet, load, clock);
    var hypervisor = new Hypervisor(centre, Faults.NONE, luck);
    var power = new PowerSwitch(centre, Faults.NONE, luck);
    var services = new Services(centre, Faults.NONE).only(allowed);
    return new Ports(
        centre,
        new Effects(hypervisor, hypervisor, power, services),
        new SandboxLoad(fleet, centre, load),
        Foresight.none(),
        () -> {});
  }
}
