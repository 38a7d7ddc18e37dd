package dev.feierabend.hypervisor.redfish;

import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.hypervisor.switching.Switchboard;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Switches machines through their Redfish controllers.
public final class RedfishPower {
  private record Place(URI controller, Optional<LoginSource> credentials) {}

  private RedfishPower() {}

  public static Switchboard of(
      Map<MachineId, RedfishSystem> systems,
      RedfishClient client,
      Deadlines deadlines,
      InstantSource clock) {
    var accesses = new HashMap<Place, RedfishAccess>();
    var machines = new HashMap<MachineId, RedfishMachine>();
    systems.forEach((id, system) -> {
      var place = new Place(system.controller(), system.credentials());
      RedfishAccess access =
          accesses.computeIfAbsent(
              place, it -> new RedfishAccess(it.controller(), it.credentials(), client, clock));
      machines.put(id, new RedfishMachine(id, system, access, clock));
    });
    return new Switchboard("a Redfish controller", machines, deadlines, clock);
  }
}
