package dev.feierabend.core.planning;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.consolidation.Conditions;
import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.Host.Away;
import dev.feierabend.core.planning.consolidation.Host.Kept;
import dev.feierabend.core.planning.consolidation.Host.Off;
import dev.feierabend.core.planning.consolidation.Host.On;
import dev.feierabend.core.planning.consolidation.Host.State;
import dev.feierabend.core.planning.consolidation.Host.Switching;
import dev.feierabend.core.planning.consolidation.Sizes;
import dev.feierabend.core.planning.consolidation.Task;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The hosts, what has to run on them, and under what.
///
/// @param guests bound as `quarters` tells
/// @param offSince hosts of which it is known since when they are off
record Scene(
    List<Host> hosts,
    Map<MachineId, HostStanding> standings,
    List<Guest> guests,
    Quarters quarters,
    SortedMap<MachineId, Instant> offSince,
    Conditions conditions) {

  HostStanding standing(Host host) {
    return requireNonNull(standings.get(host.id()));
  }

  /// Hosts that may be planned freely.
  Stream<Host> free() {
    return hosts.stream().filter(host -> standing(host) instanceof HostStanding.Free);
  }

  /// Whether one of them is in its drill.
  boolean drills() {
    return standings.values().stream().anyMatch(it -> Tryout.until(it).isPresent());
  }

  /// Hosts that nothing is counted on and that are left on all the same.
  int leftOn() {
    return (int)
        standings.values().stream()
            .filter(
                it -> it instanceof HostStanding.Fixed(var on, var carries, _) && on && !carries)
            .count();
  }

  /// Hosts that are off whatever is planned.
  int leftOff() {
    return (int)
        standings.values().stream()
            .filter(it -> it instanceof HostStanding.Fixed(var on, _, _) && !on)
            .count();
  }

  /// @param staying which of those that may be planned freely stay on
  Task task(Set<MachineId> staying) {
    Function<MachineId, String> zones = quarters.zones();
    var all =
        hosts.stream()
            .map(host -> host(host, zones.apply(host.id()), staying.contains(host.id())))
            .toList();
    return new Task(all, guests, quarters.rules(guests), conditions);
  }

  private dev.feierabend.core.planning.consolidation.Host host(
      Host host, String zone, boolean stays) {
    Energy energy = host.energy();
    return new dev.feierabend.core.planning.consolidation.Host(
        host.id(),
        zone,
        Sizes.of(host.capacity().cores(), (double) host.capacity().memoryMiB()),
        Optional.of(energy.curve()),
        new Switching(energy.standbyWatts(), energy.boot(), energy.bootWatts()),
        state(host, stays));
  }

  private State state(Host host, boolean stays) {
    return switch (standing(host)) {
      case HostStanding.Fixed fixed -> fixed.carries() ? new Kept("") : new Away("");
      case HostStanding.Free _ when stays -> new Kept("");
      case HostStanding.Free _ -> host.power() == Power.ON ? new On() : new Off(since(host));
    };
  }

  /// Where nothing is known, long enough to be switched on again and not so long that it has to be.
  private Instant since(Host host) {
    Instant unknown = conditions.at().minus(conditions.resting().minimumOff());
    return offSince.getOrDefault(host.id(), unknown);
  }
}
