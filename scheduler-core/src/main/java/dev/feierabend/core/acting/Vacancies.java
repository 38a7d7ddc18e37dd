package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What room hosts in service have for what comes back, less what was given away since. What comes
/// goes to the roomiest of its place that has the cores and the memory; where none has the cores,
/// it waits for hosts that are still on their way, and makes do with the memory when there are
/// none. A host that shall be off takes it only where nothing else could: it would have to leave
/// again.
final class Vacancies {
  private final World world;
  private final Map<MachineId, Resources> free = new TreeMap<>();
  private final Map<MachineId, PoolId> pools = new TreeMap<>();

  Vacancies(World world) {
    this.world = world;
    world.fleet().hosts().stream()
        .filter(Host::inService)
        .forEach(host -> {
          free.put(host.id(), host.capacity());
          pools.put(host.id(), host.pool());
        });
    world.fleet().workloads().forEach(w -> w.on().forEach(host -> take(host, w.size())));
  }

  /// Where it is tied to, if that serves.
  Optional<MachineId> home(Workload workload) {
    return workload.on().stream().filter(free::containsKey).findFirst();
  }

  /// A place for it, which is taken from then on.
  Optional<MachineId> taken(Workload workload) {
    Optional<MachineId> host = roomiest(workload);
    host.ifPresent(it -> take(it, workload.size()));
    return host;
  }

  /// Whether a guest that is a host may begin: it has a place, which is taken then, or nobody is on
  /// the way any more who could make one, and it is its hypervisor's to say so.
  boolean seat(Workload guest) {
    return (guest.mobility() == Mobility.PINNED ? home(guest) : taken(guest)).isPresent()
        || !moreOnTheirWay(guest);
  }

  private Optional<MachineId> roomiest(Workload workload) {
    Resources size = workload.size();
    Predicate<Resources> memory = room -> room.memoryMiB() >= size.memoryMiB();
    Optional<MachineId> host = most(workload, world::shallBeOn, size::fitsIn);
    return host.isPresent() || moreOnTheirWay(workload)
        ? host
        : most(workload, world::shallBeOn, memory).or(() -> most(workload, _ -> true, memory));
  }

  private boolean moreOnTheirWay(Workload workload) {
    return world.fleet().hosts().stream()
        .anyMatch(host ->
            world.fleet().places().together(host.pool(), workload.pool()) && world.onItsWay(host));
  }

  private Optional<MachineId> most(
      Workload workload, Predicate<MachineId> may, Predicate<Resources> takes) {
    return free.entrySet().stream()
        .filter(entry -> isThere(entry.getKey(), workload) && may.test(entry.getKey()))
        .filter(entry -> takes.test(entry.getValue()))
        .max(Comparator.comparingLong(entry -> entry.getValue().memoryMiB()))
        .map(Map.Entry::getKey);
  }

  private boolean isThere(MachineId host, Workload workload) {
    PoolId pool = pools.get(host);
    return pool != null && world.fleet().places().together(pool, workload.pool());
  }

  private void take(MachineId host, Resources size) {
    free.computeIfPresent(
        host,
        (_, room) ->
            new Resources(
                Math.max(0, room.cores() - size.cores()),
                Math.max(0, room.memoryMiB() - size.memoryMiB())));
  }
}
