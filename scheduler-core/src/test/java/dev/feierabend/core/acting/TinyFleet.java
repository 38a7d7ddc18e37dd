package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Make;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Hosts and guests that do at once what they are told, except for what a test breaks.
public final class TinyFleet implements FleetPort, WorkloadPort, HostPort, PowerController {
  public static final TenantId AHAUSEN = new TenantId("ahausen");
  public static final PoolId OFFICE = new PoolId("ahausen-office");
  static final PoolId HOSTS = new PoolId("hosts");

  private final InstantSource clock;
  private final Map<MachineId, Power> power = new TreeMap<>();
  private final Set<MachineId> cordoned = new HashSet<>();
  private final Map<WorkloadId, Optional<MachineId>> guests = new TreeMap<>();

  /// Machines that don't start when told to.
  public final Set<MachineId> dead = new HashSet<>();

  /// Machines that take their time to stop: until a test says so.
  public final Set<MachineId> lingering = new HashSet<>();

  /// Machines that can't be emptied, or can't serve when they are up, each with what is in the way.
  public final Map<MachineId, String> hindered = new TreeMap<>();

  /// Machines on which something runs that isn't a guest.
  public final Set<MachineId> occupied = new HashSet<>();

  /// Machines whose controller takes longer than anybody waits, and does what it was asked for.
  public final Set<MachineId> slow = new HashSet<>();

  /// Machines that are given something else to run at the moment they are told to stop.
  public final Set<MachineId> late = new HashSet<>();

  /// Machines whose controller says that they are on, whatever they are.
  public final Set<MachineId> untrue = new HashSet<>();

  /// Machines whose controller refuses to switch them on.
  public final Set<MachineId> refusing = new HashSet<>();

  /// How long machines take to start, as they are known to; four minutes where nothing is said.
  public final Map<MachineId, Duration> boots = new TreeMap<>();

  /// What machines are told to be.
  public final SortedMap<MachineId, Make> makes = new TreeMap<>();

  private final Set<MachineId> came = new HashSet<>();

  /// Guests that don't start when told to.
  public final Set<WorkloadId> stuck = new HashSet<>();

  /// Guests that start slowly, and whose hypervisor says that it failed when it is asked again.
  public final Set<WorkloadId> tardy = new HashSet<>();

  /// What is written on guests.
  public final Map<WorkloadId, Map<String, String>> labels = new TreeMap<>();

  /// Guests of which nothing is known by now.
  public final Set<WorkloadId> doubted = new HashSet<>();

  /// Whether nothing can be seen by now.
  public boolean away;

  /// Everything done, in order: `verb subject`.
  public final List<String> effects = new ArrayList<>();

  /// Runs before every effect.
  public Runnable before = () -> {};

  /// `hosts` hosts with two guests each.
  public TinyFleet(int hosts, InstantSource clock) {
    this.clock = clock;
    for (int i = 0; i < hosts; i++) {
      power.put(host(i), Power.ON);
      guests.put(guest(2 * i), Optional.of(host(i)));
      guests.put(guest(2 * i + 1), Optional.of(host(i)));
    }
  }

  public static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-0000000000%02d".formatted(number));
  }

  public static WorkloadId guest(int number) {
    return new WorkloadId("guest/10000000-0000-0000-0000-0000000000%02d".formatted(number));
  }

  public void person(MachineId host, Power now) {
    power.put(host, now);
  }

  public void person(WorkloadId guest, MachineId host) {
    guests.put(guest, Optional.of(host));
  }

  public long on() {
    return power.values().stream().filter(Power.ON::equals).count();
  }

  public long awake() {
    return guests.values().stream().filter(Optional::isPresent).count();
  }

  @Override
  public Snapshot observe() {
    if (away) {
      throw new Outage("Expected to see the fleet, but it is away");
    }
    Instant now = clock.instant();
    var hosts = power.keySet().stream().map(id -> observed(id, now)).toList();
    var workloads = guests.keySet().stream().map(id -> observed(id, now)).toList();
    return new Snapshot(now, hosts, workloads).with(makes);
  }

  private Host observed(MachineId id, Instant now) {
    boolean on = power.get(id) == Power.ON;
    return new Host(
        id,
        "host",
        HOSTS,
        new Resources(8, 64 * 1024),
        new Energy(
            PowerCurve.between(100, 200), 8, boots.getOrDefault(id, Duration.ofMinutes(4)), 150),
        untrue.contains(id) ? Power.ON : power.getOrDefault(id, Power.UNKNOWN),
        on,
        cordoned.contains(id),
        Optional.empty(),
        occupied.contains(id) || came.contains(id) || guests.containsValue(Optional.of(id)),
        now);
  }

  private Workload observed(WorkloadId id, Instant now) {
    var on = guests.getOrDefault(id, Optional.empty());
    int replicas = on.isPresent() ? 1 : 0;
    return new Workload(
        id,
        "guest",
        OFFICE,
        AHAUSEN,
        new Resources(1, 8 * 1024),
        replicas,
        tardy.contains(id) ? 0 : replicas,
        on.stream().toList(),
        Mobility.MIGRATED,
        labels.getOrDefault(id, Map.of()),
        Optional.empty(),
        doubted.contains(id) ? Instant.EPOCH : now);
  }

  private Answer done(String verb, Object subject, Runnable effect) {
    before.run();
    effects.add(verb + " " + subject);
    effect.run();
    return Answer.DONE;
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return done("sleep", step.workload(), () -> guests.put(step.workload(), Optional.empty()));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    WorkloadId workload = step.workload();
    if (tardy.contains(workload) && guests.getOrDefault(workload, Optional.empty()).isPresent()) {
      return new Answer.Refused("it failed");
    }
    return done(
        "wake",
        workload,
        () -> guests.put(workload, stuck.contains(workload) ? Optional.empty() : step.target()));
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return done("cordon", host, () -> cordoned.add(host));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return hindered.containsKey(host)
        ? Answer.DONE
        : done(
            "drain",
            host,
            () -> {
              moves.forEach(move -> guests.put(move.workload(), Optional.of(move.to())));
              came.remove(host);
            });
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return hindered.containsKey(host)
        ? Answer.DONE
        : done("admit", host, () -> cordoned.remove(host));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.ofNullable(hindered.get(host));
  }

  @Override
  public Power state(MachineId machine) {
    return power.getOrDefault(machine, Power.UNKNOWN);
  }

  @Override
  public Answer on(MachineId machine) {
    if (refusing.contains(machine)) {
      return new Answer.Refused("the controller is busy");
    }
    return switched(
        "on", machine, () -> power.put(machine, dead.contains(machine) ? Power.OFF : Power.ON));
  }

  @Override
  public Answer softOff(MachineId machine) {
    if (late.remove(machine)) {
      came.add(machine);
      return new Answer.NotYet("something came");
    }
    return switched(
        "off",
        machine,
        () -> power.put(machine, lingering.contains(machine) ? Power.ON : Power.OFF));
  }

  private Answer switched(String verb, MachineId machine, Runnable effect) {
    Answer answer = done(verb, machine, effect);
    return slow.contains(machine) ? Answer.STILL_ASKED : answer;
  }
}
