package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;
import static dev.feierabend.core.acting.TinyFleet.OFFICE;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.core.planning.Trace;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Deployments beside a fleet's guests, as their orchestrator shows and scales them; on no host in
/// particular. What is to be restored stands on the object, until a test takes it off or puts
/// another object of that name in its place.
final class TinyCluster implements FleetPort, WorkloadPort {
  private final TinyFleet fleet;
  final Map<WorkloadId, Integer> replicas = new TreeMap<>();
  final Map<WorkloadId, Restore> annotations = new TreeMap<>();
  final Map<WorkloadId, String> uids = new TreeMap<>();

  /// The last action that took effect on each.
  final Map<WorkloadId, String> actions = new TreeMap<>();

  /// Who else set how many replicas there are, since.
  final Map<WorkloadId, Setter> setters = new TreeMap<>();

  /// Those that a program was told to leave alone.
  final Set<WorkloadId> paused = new TreeSet<>();

  /// Those of which what stays awake can't go elsewhere.
  final Set<WorkloadId> pinned = new TreeSet<>();

  /// While true, it lets nobody take a pause off.
  boolean deaf;

  /// The lower bounds of autoscalers.
  final Map<WorkloadId, Integer> lowest = new TreeMap<>();

  final List<String> effects = new ArrayList<>();

  TinyCluster(TinyFleet fleet) {
    this.fleet = fleet;
  }

  static WorkloadId deployment(String name) {
    return new WorkloadId("deployment/office/" + name);
  }

  int of(String name) {
    return replicas.getOrDefault(deployment(name), 0);
  }

  @Override
  public Snapshot observe() {
    Snapshot guests = fleet.observe();
    var workloads = new ArrayList<>(guests.workloads());
    replicas.keySet().forEach(id -> workloads.add(workload(id, guests.at())));
    return new Snapshot(guests.at(), guests.hosts(), workloads).with(guests.makes());
  }

  private Workload workload(WorkloadId id, Instant at) {
    int now = replicas.getOrDefault(id, 0);
    return new Workload(
        id,
        id.value().substring(id.value().lastIndexOf('/') + 1),
        OFFICE,
        AHAUSEN,
        new Resources(1, 1024),
        now,
        now,
        List.of(),
        pinned.contains(id) ? Mobility.PINNED : Mobility.RESCHEDULED,
        Map.of(),
        Optional.ofNullable(annotations.get(id)),
        new Original(now, Optional.of(uids.getOrDefault(id, "the first")), List.of()),
        lowest.getOrDefault(id, 0),
        at,
        new Trace(
            Optional.ofNullable(actions.get(id)),
            Optional.ofNullable(setters.get(id)),
            paused.contains(id)));
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    if (!replicas.containsKey(step.workload())) {
      return fleet.sleep(step, action);
    }
    int now = replicas.getOrDefault(step.workload(), 0);
    annotations.merge(
        step.workload(),
        new Restore(now, step.keep()),
        (known, _) -> new Restore(known.replicas(), step.keep()));
    return scaled(step.workload(), step.keep(), action);
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    if (!replicas.containsKey(step.workload())) {
      return fleet.wake(step, action);
    }
    if (deaf && !step.bringsBack()) {
      return new Answer.Unknown("no answer");
    }
    annotations.remove(step.workload());
    if (paused.remove(step.workload()) && !step.bringsBack()) {
      effects.add(step.workload() + " resumed");
      return Answer.DONE;
    }
    return scaled(step.workload(), step.replicas(), action);
  }

  private Answer scaled(WorkloadId workload, int to, ActionId action) {
    if (action.value().equals(actions.put(workload, action.value()))) {
      return new Answer.Refused("somebody changed it since");
    }
    setters.remove(workload);
    effects.add(workload + " " + to);
    replicas.put(workload, to);
    return Answer.DONE;
  }
}
