package dev.feierabend.core.planning;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns the choice of hosts into aims with their reasons.
final class HostAims {
  private HostAims() {}

  static List<HostAim> of(
      List<Host> hosts,
      Map<MachineId, HostStanding> standings,
      Map<MachineId, Reason> kept,
      Reason goes,
      boolean everythingAwake) {
    return hosts.stream()
        .map(host ->
            switch (requireNonNull(standings.get(host.id()))) {
              case HostStanding.Fixed(var on, _, var reason) -> new HostAim(host.id(), on, reason);
              case HostStanding.Free _ ->
                  Optional.ofNullable(kept.get(host.id()))
                      .map(why -> everythingAwake ? new Reason.EverythingAwake() : why)
                      .map(why -> new HostAim(host.id(), true, why))
                      .orElseGet(() -> new HostAim(host.id(), false, goes));
            })
        .toList();
  }
}
