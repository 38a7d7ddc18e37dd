package dev.feierabend.core.planning;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What was chosen for the hosts.
///
/// @param moves who moves for that, whatever kind of workload it is
/// @param least as few hosts as any plan could have on; empty where none may go
/// @param bears whether everybody has room, and the reserve is kept
record Chosen(List<HostAim> aims, List<Plan.Move> moves, Optional<Integer> least, boolean bears) {
  Chosen with(Optional<Integer> bound) {
    return new Chosen(aims, moves, bound, bears);
  }

  /// Who is off by `plan` too is so for the same reason, as long as it is by now.
  Chosen as(PowerPlan plan) {
    Map<MachineId, HostAim> before = plan.byHost();
    return new Chosen(
        aims.stream().map(aim -> Vacancy.kept(before.get(aim.host()), aim)).toList(),
        moves,
        least,
        bears);
  }

  /// Who stays on because it was is so for what holds it by `anew`, and for no more than that where
  /// nothing does.
  ///
  /// @param held who stays on because it was
  Chosen holding(SortedMap<MachineId, Reason> held, Chosen anew) {
    Map<MachineId, HostAim> now =
        anew.aims.stream().filter(HostAim::on).collect(toMap(HostAim::host, aim -> aim));
    return new Chosen(
        aims.stream()
            .map(aim ->
                held.containsKey(aim.host()) ? now.getOrDefault(aim.host(), settled(aim)) : aim)
            .toList(),
        moves,
        anew.least,
        bears);
  }

  private static HostAim settled(HostAim aim) {
    return aim.reason() instanceof Reason.Newcomer
        ? aim
        : new HostAim(aim.host(), aim.on(), new Reason.Settled());
  }
}
