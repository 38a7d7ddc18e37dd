package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many hosts may go at most: the share of the capacity that agreements release, none without a
/// sleeper, none more when what is left of the window would not pay back a boot, none more while
/// the same workloads sleep as before (slow off, fast on).
record HostBudget(int hosts, double share, boolean settled, boolean pays, Guards guards) {

  static HostBudget of(Snapshot fleet, List<Sleeper> sleepers, Guards guards, Instant at) {
    var keep = new TreeMap<WorkloadId, Integer>();
    sleepers.forEach(sleeper -> keep.put(sleeper.workload(), sleeper.keep()));
    double all = fleet.workloads().stream().mapToDouble(w -> cores(w, 0)).sum();
    double released =
        fleet.workloads().stream()
            .filter(workload -> keep.containsKey(workload.id()))
            .mapToDouble(workload -> cores(workload, keep.getOrDefault(workload.id(), 0)))
            .sum();
    boolean settled =
        guards.standing().map(plan -> plan.windows().keySet().equals(keep.keySet())).orElse(false);
    return new HostBudget(
        fleet.hosts().size(),
        all == 0 || guards.everythingFrozen() ? 0 : released / all,
        settled,
        pays(fleet.hosts(), sleepers, at),
        guards);
  }

  private static double cores(Workload workload, int kept) {
    return workload.size().times(Math.max(1, workload.whole()) - kept).cores();
  }

  private static boolean pays(List<Host> hosts, List<Sleeper> sleepers, Instant at) {
    Duration left =
        sleepers.stream()
            .map(sleeper -> Duration.between(at, sleeper.window().wakeAt()))
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    return hosts.stream().allMatch(host -> left.compareTo(payBack(host)) > 0);
  }

  /// How long a host must be off until its boot's energy is saved: its boot, and boot watts over
  /// idle saving.
  static Duration payBack(Host host) {
    double saving = Math.max(1, host.energy().curve().at(0).value() - host.energy().standbyWatts());
    double seconds = host.energy().bootWatts() * host.energy().boot().toSeconds() / saving;
    return host.energy().boot().multipliedBy(2).plusSeconds((long) seconds);
  }

  /// How many are on whatever is planned: one in doubt or quarantine is none to rely on.
  private static int carrying(Map<MachineId, HostStanding> standings) {
    return (int)
        standings.values().stream()
            .filter(standing ->
                switch (standing) {
                  case HostStanding.Free _ -> false;
                  case HostStanding.Fixed fixed -> fixed.carries();
                })
            .count();
  }

  /// How many free hosts stay on, need, share, floor, reserve and standing plan considered; and why
  /// each of them does, in the order of the choice.
  List<Reason> stays(HostChoice choice, Map<MachineId, HostStanding> standings) {
    int free =
        (int) standings.values().stream().filter(HostStanding.Free.class::isInstance).count();
    int byShare = free - (int) Math.floor(hosts * share + 1e-9);
    int byFloor = guards.rules().minimumHosts() - carrying(standings);
    int atLeast = Math.max(byShare, byFloor);
    int needed = choice.needed(atLeast);
    int spared = Math.min(free, needed + guards.rules().reserve());
    int keep = settled || !pays ? Math.max(spared, Math.min(free, choice.standing())) : spared;
    Reason bound =
        byShare >= byFloor
            ? new Reason.ShareNotReleased((int) Math.round(share * 100))
            : new Reason.Floor(guards.rules().minimumHosts());
    Reason first = needed > atLeast ? new Reason.Needed() : bound;
    var reasons = new ArrayList<Reason>(Collections.nCopies(Math.min(needed, keep), first));
    var reserve = new Reason.Reserve(guards.rules().reserve());
    reasons.addAll(Collections.nCopies(Math.min(spared, keep) - reasons.size(), reserve));
    Reason settledFirst = pays ? new Reason.Needed() : new Reason.WouldNotPayBack();
    reasons.addAll(Collections.nCopies(keep - reasons.size(), settledFirst));
    return reasons;
  }
}
