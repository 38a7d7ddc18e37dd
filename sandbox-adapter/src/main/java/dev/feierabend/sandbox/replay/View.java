package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// What the planner is shown.
record View(Machines machines, Guests guests, List<Energy> energy) {
  View(Machines machines, Guests guests) {
    this(machines, guests, energies(machines));
  }

  /// Equal ones are one object, which is soon compared.
  private static List<Energy> energies(Machines machines) {
    var known = new HashMap<Energy, Energy>();
    return machines.hosts.stream()
        .map(host -> known.computeIfAbsent(Energy.of(host.electricity()), energy -> energy))
        .toList();
  }

  Snapshot at(int slot, Instant at) {
    var occupied = new boolean[machines.count()];
    var workloads = new ArrayList<Workload>(guests.count());
    for (int guest = 0; guest < guests.count(); guest++) {
      workloads.add(workload(guest, slot, at));
      occupied[guests.place[guest]] |= !guests.asleep[guest];
    }
    var hosts = new ArrayList<Host>(machines.count());
    for (int host = 0; host < machines.count(); host++) {
      hosts.add(host(host, occupied[host], slot, at));
    }
    return new Snapshot(at, hosts, workloads);
  }

  private Host host(int number, boolean occupied, int slot, Instant at) {
    var host = machines.hosts.get(number);
    boolean on = machines.on[number];
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        energy.get(number),
        on ? Power.ON : Power.OFF,
        on && machines.readyFrom[number] <= slot,
        false,
        Protections.by(host),
        occupied,
        at);
  }

  private Workload workload(int number, int slot, Instant at) {
    Guests.Member member = guests.members.get(number);
    var guest = member.guest();
    boolean asleep = guests.asleep[number];
    return new Workload(
        member.id(),
        guest.name(),
        guest.pool(),
        member.tenant(),
        guest.size(),
        asleep ? 0 : 1,
        guests.serves(number, slot) ? 1 : 0,
        asleep && guest.movable() ? List.of() : List.of(machine(guests.place[number])),
        guest.movable() ? Mobility.MIGRATED : Mobility.PINNED,
        guest.labels(),
        asleep ? Optional.of(new Restore(1, 0)) : Optional.empty(),
        at);
  }

  private MachineId machine(int host) {
    return machines.hosts.get(host).id();
  }
}
