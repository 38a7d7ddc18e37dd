package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A world to plan for: hosts of 16 cores and 128 GiB, workloads on them, some of them released.
record PlannedWorld(
    Snapshot fleet, TreeMap<WorkloadId, Sleeper> released, Guards guards, Instant at) {
  static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");
  static final TenantId TENANT = new TenantId("ahausen");
  private static final Window WINDOW =
      new Window(AT, AT.plus(Duration.ofHours(9)), AT.plus(Duration.ofHours(10)));

  /// A world drawn from `seed`.
  static PlannedWorld generated(long seed) {
    var random = new SplittableRandom(seed);
    int hosts = random.nextInt(2, 12);
    var machines = new ArrayList<Host>();
    var workloads = new ArrayList<Workload>();
    for (int i = 0; i < hosts; i++) {
      machines.add(host(i, random.nextInt(10) == 0 ? Power.UNKNOWN : Power.ON));
      int guests = random.nextInt(0, 7);
      for (int j = 0; j < guests; j++) {
        workloads.add(guest(i * 10 + j, i, random));
      }
    }
    double share = random.nextDouble();
    var chosen = workloads.stream().filter(_ -> random.nextDouble() < share).toList();
    var rules = new Rules(random.nextInt(1, 4), random.nextInt(0, 3), 0.8, Duration.ofMinutes(5));
    return of(machines, workloads, chosen, Guards.of(rules));
  }

  static PlannedWorld of(
      List<Host> hosts, List<Workload> workloads, List<Workload> released, Guards guards) {
    var sleepers = new TreeMap<WorkloadId, Sleeper>();
    released.forEach(workload -> sleepers.put(workload.id(), sleeper(workload)));
    return new PlannedWorld(new Snapshot(AT, hosts, workloads), sleepers, guards, AT);
  }

  PlannedWorld guarded(Guards other) {
    return new PlannedWorld(fleet, released, other, at);
  }

  PlannedWorld protecting(MachineId host, Reason.Protection protection) {
    List<Host> hosts =
        fleet.hosts().stream()
            .map(it -> it.id().equals(host) ? protectedHost(it, protection) : it)
            .toList();
    return new PlannedWorld(new Snapshot(AT, hosts, fleet.workloads()), released, guards, at);
  }

  private static Host protectedHost(Host host, Reason.Protection protection) {
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        host.energy(),
        host.power(),
        host.ready(),
        host.cordoned(),
        Optional.of(protection),
        host.occupied(),
        host.seen());
  }

  PowerPlan plan() {
    return PowerPlanner.plan(fleet, released, Demands.UNKNOWN, guards, at);
  }

  static Host host(int number, Power power) {
    return new Host(
        machine(number),
        "host-" + number,
        new PoolId("hosts"),
        new Resources(16, 128 * 1024),
        new Energy(PowerCurve.between(100, 250), 8, Duration.ofMinutes(4), 180),
        power,
        power == Power.ON,
        false,
        Optional.empty(),
        true,
        AT);
  }

  static Workload guest(int number, int host, RandomGenerator random) {
    var size = new Resources(random.nextInt(1, 3), random.nextInt(1, 12) * 1024L);
    var mobility = random.nextInt(8) == 0 ? Mobility.PINNED : Mobility.MIGRATED;
    return new Workload(
        new WorkloadId("guest/10000000-0000-0000-0000-%012d".formatted(number)),
        "guest",
        new PoolId("ahausen-office"),
        TENANT,
        size,
        1,
        1,
        List.of(machine(host)),
        mobility,
        Map.of(),
        Optional.empty(),
        AT);
  }

  static MachineId machine(int number) {
    return MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
  }

  private static Sleeper sleeper(Workload workload) {
    var agreement = AgreementId.of(TENANT, "rathaus");
    return new Sleeper(
        workload.id(),
        TENANT,
        workload.pool(),
        agreement,
        "d1gest00",
        WINDOW,
        0,
        new Reason.Released(agreement, "d1gest00", "Mon 20:00 → Tue 06:00", WINDOW.wakeAt()));
  }
}
