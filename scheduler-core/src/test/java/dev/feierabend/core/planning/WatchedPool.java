package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.TENANT;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.MeasuredLoad.Reading;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A pool of workloads of four replicas of a core each, all released until the morning, and what
/// was measured of them.
final class WatchedPool implements MeasuredLoad {
  static final PoolId POOL = new PoolId("hosting");
  static final Instant MORNING = AT.plus(Duration.ofHours(9));
  static final int REPLICAS = 4;

  private final Map<WorkloadId, List<Reading>> readings = new HashMap<>();
  private final int keep;
  private final boolean[] asleep;

  WatchedPool(int workloads, int keep) {
    this.keep = keep;
    this.asleep = new boolean[workloads];
  }

  @Override
  public List<Reading> of(WorkloadId workload) {
    return readings.getOrDefault(workload, List.of());
  }

  /// That it used so many cores in the five minutes that end then.
  WatchedPool measured(int number, double cores, Instant to) {
    readings
        .computeIfAbsent(id(number), _ -> new ArrayList<>())
        .add(new Reading(to.minus(Duration.ofMinutes(5)), to, cores));
    return this;
  }

  WatchedPool asleep(int number, boolean sleeps) {
    asleep[number] = sleeps;
    return this;
  }

  boolean sleeps(int number) {
    return asleep[number];
  }

  /// What is said against the sleep of each.
  SortedMap<WorkloadId, Reason> against(Vigilance vigilance, Instant at) {
    return new Watch(vigilance, this).against(workloads(at), released(), at);
  }

  List<Workload> workloads(Instant at) {
    var workloads = new ArrayList<Workload>();
    for (int i = 0; i < asleep.length; i++) {
      workloads.add(workload(i, at));
    }
    return workloads;
  }

  SortedMap<WorkloadId, Sleeper> released() {
    var released = new TreeMap<WorkloadId, Sleeper>();
    var agreement = AgreementId.of(TENANT, "hosting");
    for (int i = 0; i < asleep.length; i++) {
      released.put(
          id(i),
          new Sleeper(
              id(i),
              TENANT,
              POOL,
              agreement,
              "d1gest00",
              new Window(AT, MORNING, MORNING),
              keep,
              new Reason.Released(agreement, "d1gest00", "every night", MORNING)));
    }
    return released;
  }

  private Workload workload(int number, Instant at) {
    int replicas = asleep[number] ? keep : REPLICAS;
    return new Workload(
        id(number),
        "workload-" + number,
        POOL,
        TENANT,
        new Resources(1, 1024),
        replicas,
        replicas,
        List.of(),
        Mobility.RESCHEDULED,
        Map.of(),
        asleep[number] ? Optional.of(new Restore(REPLICAS, keep)) : Optional.empty(),
        at);
  }

  static WorkloadId id(int number) {
    return new WorkloadId("guest/10000000-0000-0000-0000-%012d".formatted(number));
  }
}
