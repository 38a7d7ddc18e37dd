package dev.feierabend.sandbox.centre;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.TreeMap;

/// The machines and guests of a fleet document, as they are at the clock's instant. Whoever looks
/// makes time pass: what has ended since the last look ends at its own instant.
public final class DataCentre implements FleetPort {
  private final TreeMap<MachineId, Machine> machines = new TreeMap<>();
  private final TreeMap<WorkloadId, VirtualMachine> guests = new TreeMap<>();
  private final EnergyMeter meter = new EnergyMeter();
  private final EffectLog log = new EffectLog();
  private final Course course;

  public DataCentre(Fleet fleet, LoadModel load, InstantSource clock) {
    var owners = new TreeMap<PoolId, TenantId>();
    fleet.pools().forEach(pool -> pool.tenant().ifPresent(owner -> owners.put(pool.id(), owner)));
    for (var host : fleet.hosts()) {
      machines.put(host.id(), new Machine(host));
      for (var guest : host.guests()) {
        TenantId owner = owners.getOrDefault(guest.pool(), new TenantId("operator"));
        var machine = new VirtualMachine(guest, owner, host.id());
        guests.put(machine.id, machine);
      }
    }
    var consumption = new Consumption(machines, guests, load, meter);
    this.course = new Course(clock, machines, guests, consumption);
  }

  public EnergyMeter meter() {
    now();
    return meter;
  }

  public EffectLog log() {
    now();
    return log;
  }

  /// Somebody repairs a host whose boot hangs.
  public void repair(MachineId host) {
    Instant at = now();
    machine(host).ifPresent(machine -> machine.repair(at));
  }

  Instant now() {
    return course.now();
  }

  /// Does something when `after` has passed.
  void later(Duration after, Runnable what) {
    course.later(after, what);
  }

  Optional<Machine> machine(MachineId id) {
    return Optional.ofNullable(machines.get(id));
  }

  Optional<VirtualMachine> guest(WorkloadId id) {
    return Optional.ofNullable(guests.get(id));
  }

  Collection<VirtualMachine> guests() {
    return guests.values();
  }

  Collection<Machine> machines() {
    return machines.values();
  }

  @Override
  public Snapshot observe() {
    Instant at = now();
    var occupied = new HashSet<MachineId>();
    guests.values().forEach(guest -> occupied.addAll(guest.occupied()));
    return new Snapshot(
        at,
        machines.values().stream()
            .map(machine -> Views.host(machine, occupied.contains(machine.host.id()), at))
            .toList(),
        guests.values().stream().map(guest -> Views.workload(guest, at)).toList());
  }

  /// MiB that are free on a host.
  long freeMemory(Machine machine) {
    long taken =
        guests.values().stream()
            .filter(guest -> guest.occupies(machine.host.id()))
            .mapToLong(guest -> guest.guest.size().memoryMiB())
            .sum();
    return machine.host.capacity().memoryMiB() - taken;
  }
}
