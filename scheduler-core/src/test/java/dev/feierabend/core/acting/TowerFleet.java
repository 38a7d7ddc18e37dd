package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Nodes of a cluster, each a guest of a hypervisor, and on each node two workloads: the office's,
/// which sleep as agreed, but for the first, which is the operator's. Hosts and nodes take their
/// time to boot; all else happens at once. What must never be asked for fails the test.
final class TowerFleet implements FleetPort, WorkloadPort, HostPort, PowerController {
  static final Duration BOOT = Duration.ofMinutes(4);
  static final Duration NODE_BOOT = Duration.ofMinutes(2);

  private static final PoolId IRON = new PoolId("iron");
  private static final PoolId NODES = new PoolId("nodes");
  private static final Places PLACES =
      new Places(Map.of(IRON, "hall", NODES, "west", TinyFleet.OFFICE, "west"), Set.of());
  private static final TenantId OPERATOR = new TenantId("operator");

  /// What was done, and when: `verb subject`.
  record Done(Instant at, String what) {}

  private final InstantSource clock;

  /// Since when hosts are on; without an entry they are off.
  private final Map<MachineId, Instant> iron = new TreeMap<>();

  /// Where nodes run, and since when.
  private final Map<MachineId, MachineId> on = new TreeMap<>();

  private final Map<MachineId, Instant> started = new TreeMap<>();
  private final Map<WorkloadId, Optional<MachineId>> pods = new TreeMap<>();
  private final Set<MachineId> cordoned = new HashSet<>();
  private final int size;

  final List<Done> done = new ArrayList<>();

  /// Nodes that don't shut down when asked.
  final Set<MachineId> lingering = new HashSet<>();

  /// Hosts that don't start when told to.
  final Set<MachineId> dead = new HashSet<>();

  /// Whether the hypervisor tells nothing by now, neither of its hosts nor of its guests' power.
  boolean blind;

  /// So many hosts have to serve before the hypervisor finds room for one node more.
  int roomy;

  TowerFleet(int size, InstantSource clock) {
    this.size = size;
    this.clock = clock;
    for (int i = 0; i < size; i++) {
      iron.put(host(i), Instant.EPOCH);
      on.put(node(i), host(i));
      started.put(node(i), Instant.EPOCH);
      pods.put(work(2 * i), Optional.of(node(i)));
      pods.put(work(2 * i + 1), Optional.of(node(i)));
    }
  }

  static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-0000000000%02d".formatted(number));
  }

  static MachineId node(int number) {
    return MachineId.of("00000000-0000-0000-0001-0000000000%02d".formatted(number));
  }

  private static WorkloadId work(int number) {
    return new WorkloadId("west/deployment/office/w%02d".formatted(number));
  }

  static boolean isNode(MachineId machine) {
    return machine.toString().startsWith("00000000-0000-0000-0001");
  }

  long hostsOn() {
    return iron.size();
  }

  long nodesOn() {
    return on.size();
  }

  long awake() {
    return pods.values().stream().filter(Optional::isPresent).count();
  }

  @Override
  public Snapshot observe() {
    var hosts = new ArrayList<Host>();
    var workloads = new ArrayList<Workload>();
    for (int i = 0; i < size; i++) {
      hosts.add(
          host(host(i), IRON, Optional.ofNullable(iron.get(host(i))).map(it -> it.plus(BOOT))));
    }
    for (int i = 0; i < size; i++) {
      MachineId node = node(i);
      hosts.add(
          host(node, NODES, Optional.ofNullable(started.get(node)).map(it -> it.plus(NODE_BOOT))));
      workloads.add(guest(node));
    }
    pods.keySet().forEach(pod -> workloads.add(pod(pod)));
    return new Snapshot(clock.instant(), hosts, workloads, PLACES);
  }

  /// @param up when it has booted, unless it is off
  private Host host(MachineId id, PoolId pool, Optional<Instant> up) {
    return new Host(
        id,
        id.toString(),
        pool,
        new Resources(8, 64 * 1024),
        new Energy(PowerCurve.between(100, 200), 8, pool.equals(IRON) ? BOOT : NODE_BOOT, 150),
        blind ? Power.UNKNOWN : up.isPresent() ? Power.ON : Power.OFF,
        (isNode(id) || !blind) && up.filter(it -> !clock.instant().isBefore(it)).isPresent(),
        cordoned.contains(id),
        Optional.empty(),
        on.containsValue(id) || pods.containsValue(Optional.of(id)),
        clock.instant());
  }

  private Workload guest(MachineId node) {
    return workload(
        new WorkloadId("guest/" + node),
        IRON,
        OPERATOR,
        new Resources(2, 32 * 1024),
        Optional.ofNullable(on.get(node)),
        Mobility.MIGRATED);
  }

  private Workload pod(WorkloadId id) {
    TenantId tenant = id.equals(work(0)) ? OPERATOR : TinyFleet.AHAUSEN;
    Optional<MachineId> where = pods.getOrDefault(id, Optional.empty());
    return workload(
        id, TinyFleet.OFFICE, tenant, new Resources(1, 4 * 1024), where, Mobility.RESCHEDULED);
  }

  private Workload workload(
      WorkloadId id,
      PoolId pool,
      TenantId tenant,
      Resources size,
      Optional<MachineId> where,
      Mobility mobility) {
    return new Workload(
        id,
        id.value(),
        pool,
        tenant,
        size,
        where.isPresent() ? 1 : 0,
        where.isPresent() ? 1 : 0,
        where.stream().toList(),
        mobility,
        Map.of(),
        Optional.empty(),
        clock.instant());
  }

  private Answer done(String verb, Object subject, Runnable effect) {
    done.add(new Done(clock.instant(), verb + " " + subject));
    effect.run();
    return Answer.DONE;
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return done("sleep", step.workload(), () -> pods.put(step.workload(), Optional.empty()));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return done("wake", step.workload(), () -> pods.put(step.workload(), somewhere(Set.of())));
  }

  private Optional<MachineId> somewhere(Set<MachineId> but) {
    return observe().hosts().stream()
        .filter(host -> isNode(host.id()) && host.inService() && !but.contains(host.id()))
        .map(Host::id)
        .findFirst();
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return done("cordon", host, () -> cordoned.add(host));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return done(
        "drain",
        host,
        () -> {
          moves.forEach(move -> on.put(node(move.workload()), move.to()));
          pods.replaceAll(
              (_, where) -> where.equals(Optional.of(host)) ? somewhere(Set.of(host)) : where);
        });
  }

  private static MachineId node(WorkloadId guest) {
    return MachineId.of(guest.value().substring("guest/".length()));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return done("admit", host, () -> cordoned.remove(host));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.empty();
  }

  @Override
  public Power state(MachineId machine) {
    if (blind) {
      return Power.UNKNOWN;
    }
    return iron.containsKey(machine) || on.containsKey(machine) ? Power.ON : Power.OFF;
  }

  @Override
  public Answer on(MachineId machine) {
    if (isNode(machine) && serving() < roomy) {
      return new Answer.NotYet("No host has room for " + machine + " now");
    }
    return done(
        "on",
        machine,
        () -> {
          if (isNode(machine)) {
            start(machine);
          } else if (!dead.contains(machine)) {
            iron.putIfAbsent(machine, clock.instant());
          }
        });
  }

  private long serving() {
    return beneath().count();
  }

  private Stream<MachineId> beneath() {
    return observe().hosts().stream()
        .filter(host -> !isNode(host.id()) && host.inService())
        .map(Host::id);
  }

  private void start(MachineId node) {
    MachineId beneath =
        beneath()
            .min(Comparator.comparing(host -> Collections.frequency(on.values(), host)))
            .orElseThrow(() -> new AssertionError("Nothing serves beneath node " + node));
    on.put(node, beneath);
    started.putIfAbsent(node, clock.instant());
  }

  @Override
  public Answer softOff(MachineId machine) {
    if (on.containsValue(machine) || pods.containsValue(Optional.of(machine))) {
      throw new AssertionError("Something runs on " + machine);
    }
    return done(
        "off",
        machine,
        () -> {
          if (!lingering.contains(machine)) {
            iron.remove(machine);
            on.remove(machine);
            started.remove(machine);
          }
        });
  }
}
