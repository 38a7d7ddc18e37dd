package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many hosts may go at most: the share of the capacity that agreements release, none that the
/// floor needs were as many lost as the reserve says, none without a sleeper.
///
/// @param allowed how many of those that may be planned freely
/// @param bound what holds the others
/// @param reserve how many hosts may be lost
/// @param settled the same workloads sleep as by the plan in force, so that no further host goes
///   (slow off, fast on)
/// @param bears whether the drill that there is keeps within both
/// @param same nor does anything else change for them, so that the plan in force is told anew only
///   where a host comes on
record HostBudget(
    int allowed, Reason bound, int reserve, boolean bears, boolean settled, boolean same) {

  static HostBudget of(
      Snapshot fleet,
      Asleep asleep,
      Map<MachineId, HostStanding> standings,
      Guards guards,
      Optional<Tryout.Drill> drill) {
    double share = guards.everythingFrozen() ? 0 : share(fleet.workloads(), asleep.kept());
    int drilled = drill.filter(Tryout.Drill::byAgreement).isPresent() ? 1 : 0;
    int byShare =
        (int) Math.floor(fleet.hosts().size() * share + 1e-9) - drilled - late(standings.values());
    Guards.Rules rules = guards.rules();
    int byFloor = count(standings.values()) - rules.minimumHosts() - rules.reserve();
    boolean settled = guards.standing().filter(asleep::sameAs).isPresent();
    return new HostBudget(
        Math.max(0, Math.min(byShare, byFloor)),
        asleep.isNobody()
            ? new Reason.EverythingAwake()
            : byShare <= byFloor
                ? new Reason.ShareNotReleased((int) Math.round(share * 100))
                : new Reason.Floor(rules.minimumHosts()),
        rules.reserve(),
        byShare >= 0 && byFloor >= 0,
        settled,
        guards.standing().filter(asleep::exactlyAs).isPresent());
  }

  /// What holds one more where so many are on already.
  Reason bound(int on) {
    return bound instanceof Reason.Floor(var hosts) && on >= hosts
        ? new Reason.Reserve(reserve)
        : bound;
  }

  /// How many could be on and carry something: one in doubt or in quarantine is none to rely on.
  private static int count(Collection<HostStanding> standings) {
    return (int)
        standings.stream()
            .filter(standing ->
                switch (standing) {
                  case HostStanding.Free _ -> true;
                  case HostStanding.Fixed fixed -> fixed.carries();
                })
            .count();
  }

  /// For each of them another one stays on.
  private static int late(Collection<HostStanding> standings) {
    return (int)
        standings.stream()
            .filter(standing ->
                standing instanceof HostStanding.Fixed(_, _, var reason)
                    && reason instanceof Reason.Missed)
            .count();
  }

  private static double share(List<Workload> workloads, Map<WorkloadId, Integer> keep) {
    double all = 0;
    double released = 0;
    for (Workload workload : workloads) {
      all += cores(workload, 0);
      Integer kept = keep.get(workload.id());
      released += kept == null ? 0 : cores(workload, kept);
    }
    return all == 0 ? 0 : released / all;
  }

  private static double cores(Workload workload, int kept) {
    return workload.size().times(Math.max(1, workload.whole()) - kept).cores();
  }
}
