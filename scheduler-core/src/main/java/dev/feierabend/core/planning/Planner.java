package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Held;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings together what a plan is decided from: agreements, exceptions, the plan in force and
/// tonight's troubles.
public record Planner(
    Agreements agreements,
    Exceptions exceptions,
    Plans plans,
    Mode mode,
    Rules rules,
    Evaluation evaluation) {

  /// What keeps single hosts and workloads out of the planner's hands now.
  ///
  /// @param offSince hosts that were switched off here, and since when they are off
  /// @param switching hosts that are being switched on or off here
  /// @param supervision which hosts may not sleep yet
  /// @param rising how hosts come back
  /// @param first says which workloads sleep while the others don't yet
  /// @param watch says whose measured load contradicts that they sleep
  public record SetAside(
      SortedMap<MachineId, String> quarantined,
      SortedMap<MachineId, Held> heldBack,
      SortedMap<String, Instant> leftAlone,
      SortedMap<MachineId, Instant> offSince,
      SortedSet<MachineId> switching,
      Supervision supervision,
      Rising rising,
      Optional<Canary> first,
      Watch watch) {}

  /// A plan and what there is to record of it: nothing where the plan in force wants the same.
  ///
  /// @param plan without the digest of its inputs where nothing of it is recorded
  /// @param busy what agreements release and stays up all the same, by measured load or its object
  /// @param beginnings when hosts that are off begin again at the latest, where some stand on
  ///   others
  public record Planned(
      PowerPlan plan,
      List<? extends PlanCommand> records,
      SortedMap<WorkloadId, Reason> busy,
      SortedMap<MachineId, Instant> beginnings) {}

  /// What is decided now, to be recorded.
  public Planned plan(Snapshot fleet, Demands demands, SetAside aside, Instant at) {
    return planned(fleet, demands, aside, at, Draft::recorded);
  }

  /// The same for whoever keeps no records: no plan has the digest of its inputs.
  public Planned played(Snapshot fleet, Demands demands, SetAside aside, Instant at) {
    return planned(fleet, demands, aside, at, Draft::plan);
  }

  /// @param another makes the plan of a draft where the plan in force doesn't want the same
  private Planned planned(
      Snapshot fleet,
      Demands demands,
      SetAside aside,
      Instant at,
      Function<Draft, PowerPlan> another) {
    var active = agreements.active();
    var released = new Releases(evaluation, exceptions).at(fleet.workloads(), active, at);
    Guards guards = guards(fleet, active, released, aside, at);
    var ahead = new Ahead(fleet, released, demands, aside.rising(), groups(active));
    var descent = new Descent(Layers.of(fleet), guards.standing());
    Draft draft =
        Draft.together(
            Part.each(
                descent.inOrder(Part.of(fleet)),
                guards,
                (part, all) -> descent.decided(part, ahead, of(part, active, all, at), at)));
    boolean same = guards.standing().filter(draft.plan()::sameAims).isPresent();
    PowerPlan plan = same ? draft.plan() : another.apply(draft);
    return new Planned(
        plan,
        same
            ? Skips.of(fleet.workloads(), released, plan, guards, at)
            : new PlanParts(mode, evaluation.editions(), at).of(plan, customers(fleet)),
        guards.busy(),
        descent.beginnings());
  }

  private Guards guards(
      Snapshot fleet,
      List<Agreements.Entry> active,
      SortedMap<WorkloadId, Sleeper> released,
      SetAside aside,
      Instant at) {
    Optional<PowerPlan> standing = plans.standing();
    return new Guards(
        rules,
        aside.quarantined(),
        aside.heldBack(),
        aside.leftAlone(),
        aside
            .first()
            .map(share -> share.notYet(fleet.workloads(), active, standing))
            .orElseGet(TreeMap::new),
        Staying.of(fleet, released, aside.watch(), at),
        frozen(),
        aside.offSince(),
        aside.switching(),
        aside.supervision(),
        standing);
  }

  /// How long the groups of each agreement's order take, one after the other; those that don't say
  /// how long they are waited for are among the guests.
  private static Map<AgreementId, Duration> groups(List<Agreements.Entry> active) {
    return active.stream()
        .collect(
            Collectors.toMap(
                Agreements.Entry::agreement,
                entry ->
                    entry.policy().clauses().order().groups().stream()
                        .flatMap(group -> group.within().stream())
                        .reduce(Duration.ZERO, Duration::plus),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
  }

  private Guards of(Part part, List<Agreements.Entry> active, Guards guards, Instant at) {
    int floor = floor(active, part, at);
    return guards.with(rules.withFloor(floor), guards.standing().map(part::of));
  }

  private static List<TenantId> customers(Snapshot fleet) {
    return fleet.workloads().stream().map(Workload::tenant).toList();
  }

  private int floor(List<Agreements.Entry> active, Part part, Instant at) {
    return active.stream()
        .map(Agreements.Entry::policy)
        .filter(part::concerns)
        .mapToInt(policy -> evaluation.floor(policy, at).hostsOf(hosts(policy, part.fleet())))
        .max()
        .orElse(0);
  }

  /// How many hosts the policy's pools have; all where it names none.
  private static long hosts(SchedulePolicy policy, Snapshot fleet) {
    var pools = policy.selects().pools();
    return fleet.hosts().stream()
        .filter(host -> pools.isEmpty() || pools.contains(host.pool()))
        .count();
  }

  private Set<Owner> frozen() {
    var frozen = new HashSet<>(exceptions.frozen());
    if (mode == Mode.FREEZE) {
      frozen.add(Owner.OPERATOR);
    }
    return frozen;
  }
}
