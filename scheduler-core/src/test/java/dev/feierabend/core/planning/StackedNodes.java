package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Places;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.waking.Boots;
import dev.feierabend.core.waking.GuestTimes;
import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Three nodes of a cluster, each a guest on one of a hypervisor's three hosts.
final class StackedNodes {
  private static final PoolId IRON = new PoolId("iron");
  private static final PoolId NODES = new PoolId("nodes");
  private static final PoolId OFFICE = new PoolId("ahausen-office");

  /// The hypervisor's name comes first, and it is decided last all the same.
  private static final Places PLACES =
      new Places(Map.of(IRON, "a-hall", NODES, "west", OFFICE, "west"), Set.of());

  private static final Rules RULES = new Rules(1, 0, 0.8, Duration.ofMinutes(5));
  static final Duration LOOK = Duration.ofMinutes(1);
  static final Duration GUESTS = Duration.ofMinutes(5);

  final List<Host> iron =
      List.of(machine(0, IRON, Power.ON), machine(1, IRON, Power.ON), machine(2, IRON, Power.ON));
  final List<Host> nodes =
      List.of(
          machine(10, NODES, Power.ON), machine(11, NODES, Power.ON), machine(12, NODES, Power.ON));
  final List<Workload> work = List.of(pods("mail", 0), pods("files", 1), pods("web", 2));

  List<Workload> guests = List.of(guest(0, true), guest(1, true), guest(2, true));
  private Set<MachineId> hostsOff = Set.of();

  static boolean on(PowerPlan plan, Set<MachineId> off, boolean node) {
    return plan.hosts().stream()
        .anyMatch(aim -> aim.on() && off.contains(aim.host()) && isNode(aim.host(), node));
  }

  static boolean isNode(MachineId host) {
    return isNode(host, true);
  }

  private static boolean isNode(MachineId host, boolean node) {
    return host.toString().contains("-00000000001") == node;
  }

  /// From now on those are seen off.
  void asPlanned(Set<MachineId> off) {
    guests = guests.stream().map(guest -> asleep(guest, off)).toList();
    hostsOff = off;
  }

  private static Workload asleep(Workload guest, Set<MachineId> off) {
    boolean rests = off.stream().anyMatch(it -> guest.id().value().endsWith(it.toString()));
    int number = Integer.parseInt(guest.name());
    return rests ? guest(number, false) : guest;
  }

  Snapshot fleet() {
    var hosts = new ArrayList<Host>();
    iron.forEach(host -> hosts.add(seen(host)));
    nodes.forEach(host -> hosts.add(seen(host)));
    var workloads = new ArrayList<Workload>();
    workloads.addAll(guests);
    workloads.addAll(work);
    return new Snapshot(AT, hosts, workloads, PLACES);
  }

  private Host seen(Host host) {
    int number = Integer.parseInt(host.name());
    return hostsOff.contains(host.id()) ? machine(number, host.pool(), Power.OFF) : host;
  }

  PowerPlan plan(List<Workload> released, Rising rising, Optional<PowerPlan> standing, Instant at) {
    TreeMap<WorkloadId, Sleeper> sleepers =
        PlannedWorld.of(iron, work, released, Guards.of(RULES)).released();
    var fleet = fleet();
    var descent = new Descent(Layers.of(fleet), standing);
    var ahead = new Ahead(fleet, sleepers, Demands.UNKNOWN, rising, Map.of());
    var rules = new Rules(1, 0, 0.8, Duration.ofHours(24));
    return Draft.together(
            Part.each(
                descent.inOrder(Part.of(fleet)),
                Guards.of(RULES),
                (part, guards) ->
                    descent.decided(part, ahead, guards.with(rules, standing.map(part::of)), at)))
        .recorded();
  }

  static Instant readyBy() {
    return AT.plus(Duration.ofHours(10));
  }

  /// @param seconds that nodes take to boot
  Rising rising(int seconds) {
    var boots = new ArrayList<Boots>();
    iron.forEach(host -> boots.add(boots(host, 240)));
    nodes.forEach(host -> boots.add(boots(host, seconds)));
    return new Rising(
        LeadTimes.of(boots, 0.999),
        Waves.of(10),
        GuestTimes.of(GUESTS),
        LOOK,
        Collections.emptySortedMap());
  }

  private static Boots boots(Host host, int seconds) {
    Energy energy = host.energy();
    return new Boots(
        host.id(),
        new Electricity(
            energy.curve(), energy.standbyWatts(), Duration.ofSeconds(seconds), energy.bootWatts()),
        Collections.nCopies(20, seconds));
  }

  private static MachineId id(int number) {
    return PlannedWorld.machine(number);
  }

  private static Host machine(int number, PoolId pool, Power power) {
    return new Host(
        id(number),
        Integer.toString(number),
        pool,
        new Resources(16, 64 * 1024),
        new Energy(PowerCurve.between(100, 250), 8, Duration.ofMinutes(4), 180),
        power,
        power == Power.ON,
        power == Power.OFF,
        Optional.empty(),
        power == Power.ON,
        AT);
  }

  /// The node of that number, as the hypervisor shows it.
  private static Workload guest(int number, boolean on) {
    return guest(number, on, new Resources(4, 16 * 1024), Mobility.MIGRATED);
  }

  private static Workload guest(int number, boolean on, Resources size, Mobility mobility) {
    return new Workload(
        new WorkloadId("guest/" + id(10 + number)),
        Integer.toString(number),
        IRON,
        new TenantId("operator"),
        size,
        on ? 1 : 0,
        on ? 1 : 0,
        on ? List.of(id(number)) : List.of(),
        mobility,
        Map.of(),
        Optional.empty(),
        AT);
  }

  private static Workload pods(String name, int node) {
    return new Workload(
        new WorkloadId("west/deployment/office/" + name),
        name,
        OFFICE,
        PlannedWorld.TENANT,
        new Resources(1, 1024),
        1,
        1,
        List.of(id(10 + node)),
        Mobility.RESCHEDULED,
        Map.of(),
        Optional.empty(),
        AT);
  }

  Rising refused(MachineId node, Instant since) {
    Rising usual = rising(120);
    return new Rising(
        usual.leads(),
        usual.waves(),
        usual.guests(),
        usual.look(),
        new TreeMap<>(Map.of(node, new Reason.WakeRefused("No host has room for it", since))));
  }

  static MachineId node(Workload guest) {
    return id(10 + Integer.parseInt(guest.name()));
  }

  static Workload drawn(int number, SplittableRandom random) {
    var size = new Resources(random.nextInt(1, 8), random.nextInt(4, 50) * 1024L);
    return guest(number, true, size, random.nextInt(3) == 0 ? Mobility.PINNED : Mobility.MIGRATED);
  }
}
