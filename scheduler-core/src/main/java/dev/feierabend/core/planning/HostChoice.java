package dev.feierabend.core.planning;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.consolidation.Alarm;
import dev.feierabend.core.planning.consolidation.Consolidation;
import dev.feierabend.core.planning.consolidation.Outcome;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.policies.terms.MachineId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decides which hosts stay on: consolidation, within what agreements and the operator's floor
/// allow. While the same workloads sleep as before, what is on stays on.
///
/// @param standing the plan in force
record HostChoice(Scene scene, HostBudget budget, Optional<PowerPlan> standing) {

  Chosen chosen() {
    if (budget.allowed() == 0) {
      return scene.drills() ? planned(everyoneStays()) : everythingOn(budget.bound(0));
    }
    return standing.filter(_ -> budget.settled()).map(this::settled).orElseGet(this::anew);
  }

  /// Whoever may be planned, so that nobody goes but the host in its drill.
  private SortedMap<MachineId, Reason> everyoneStays() {
    var staying = new TreeMap<MachineId, Reason>();
    scene.free().forEach(host -> staying.put(host.id(), budget.bound(0)));
    return staying;
  }

  /// Others come on where what is on no longer carries all, unless the plan in force turns out to
  /// be the one that would be made anew. Who goes still does so for what it was let go for.
  private Chosen settled(PowerPlan inForce) {
    SortedMap<MachineId, Reason> held = StillOn.by(inForce, scene.free().toList());
    Chosen kept = within(planned(held)).as(inForce);
    if (budget.same() && inForce.sameHosts(kept.aims())) {
      return kept.with(inForce.least().or(() -> anew().least()));
    }
    Chosen anew = anew().as(inForce);
    return inForce.sameHosts(anew.aims()) ? anew : kept.holding(held, anew);
  }

  private Chosen anew() {
    return within(planned(new TreeMap<>()));
  }

  /// Planned once more where more would go than may.
  private Chosen within(Chosen first) {
    Map<MachineId, HostAim> aims = new HashMap<>();
    first.aims().forEach(aim -> aims.put(aim.host(), aim));
    List<Host> off =
        scene.free().filter(host -> !requireNonNull(aims.get(host.id())).on()).toList();
    if (off.size() <= budget.allowed()) {
      return first;
    }
    Set<MachineId> offByNow = standing.map(PowerPlan::hostsOff).orElseGet(Set::of);
    var staying = new TreeMap<MachineId, Reason>();
    scene
        .free()
        .forEach(host -> {
          HostAim aim = requireNonNull(aims.get(host.id()));
          if (aim.on()) {
            staying.put(host.id(), aim.reason());
          }
        });
    int on = first.aims().size() - off.size() - scene.leftOff();
    List<Host> further =
        off.stream()
            .sorted(Thrift.leastFirst(offByNow, scene.guests()))
            .limit(off.size() - budget.allowed())
            .toList();
    for (int i = 0; i < further.size(); i++) {
      staying.put(further.get(i).id(), budget.bound(on + i));
    }
    return planned(staying).with(first.least());
  }

  /// @param staying which hosts stay on whatever is saved, and why
  private Chosen planned(SortedMap<MachineId, Reason> staying) {
    return switch (Consolidation.plan(scene.task(staying.keySet()))) {
      case Outcome.Refused(var faults) ->
          everythingOn(new Reason.Doubt(faults.toString())).with(Optional.of(asAgreed()));
      case Outcome.Planned(var plan) ->
          new Chosen(
              aims(plan, staying), plan.moves(), Optional.of(least(plan)), bears(plan.alarms()));
    };
  }

  private List<HostAim> aims(Plan plan, SortedMap<MachineId, Reason> staying) {
    var reasons =
        new HostReasons(plan, staying, new HeldByPlacement(scene.quarters(), scene.guests(), plan));
    Map<MachineId, Plan.HostAim> aims =
        plan.hosts().stream().collect(toMap(Plan.HostAim::host, aim -> aim));
    return scene.hosts().stream()
        .map(host -> {
          Plan.HostAim aim = requireNonNull(aims.get(host.id()));
          return aim(host, aim.on(), reasons.of(aim));
        })
        .toList();
  }

  private Chosen everythingOn(Reason because) {
    List<HostAim> aims = scene.hosts().stream().map(host -> aim(host, true, because)).toList();
    return new Chosen(aims, List.of(), Optional.empty(), false);
  }

  /// What is fixed is as it stands, for its own reason.
  private HostAim aim(Host host, boolean on, Reason because) {
    return switch (scene.standing(host)) {
      case HostStanding.Fixed(var fixed, _, var reason) -> new HostAim(host.id(), fixed, reason);
      case HostStanding.Free _ -> new HostAim(host.id(), on, because);
    };
  }

  private static boolean bears(List<Alarm> alarms) {
    return alarms.stream().allMatch(alarm -> alarm instanceof Alarm.WithoutCurve);
  }

  private int least(Plan plan) {
    return Math.max(asAgreed(), plan.bound().hosts() + scene.leftOn());
  }

  private int asAgreed() {
    return scene.hosts().size() - scene.leftOff() - budget.allowed();
  }
}
