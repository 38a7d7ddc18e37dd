package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which hosts begin for guests that are hosts themselves and can't be started. By the plan there
/// is room for them; their hypervisor sees less, or sees it where they can't go. For each of them
/// one host more, the quickest that sleeps and could take it; none while one is on its way.
///
/// @param plan without them
/// @param guards where whoever was begun is known to be
record Lodgings(Foresight foresight, PowerPlan plan, Guards guards) {

  /// @param late hosts in question, of whatever place
  /// @param end by when what still sleeps has to be back
  SortedMap<MachineId, Reason.OfWake> of(SortedMap<MachineId, Reason.Missed> late, Instant end) {
    var chosen = new TreeMap<MachineId, Reason.OfWake>();
    SortedMap<MachineId, Host> off = foresight.off(plan);
    if (off.isEmpty() || late.isEmpty() || moreOnTheirWay()) {
      return chosen;
    }
    for (Map.Entry<MachineId, Reason.Missed> entry : late.entrySet()) {
      MachineId node = entry.getKey();
      if (entry.getValue() instanceof Reason.WakeRefused && !isStoodInFor(node)) {
        off.keySet().removeAll(chosen.keySet());
        guest(node)
            .flatMap(guest -> quickest(off, guest.size()))
            .ifPresent(host -> chosen.put(host, new Reason.StandsIn(node, end)));
      }
    }
    return chosen;
  }

  /// Who is a guest here, and runs nowhere.
  private Optional<Workload> guest(MachineId node) {
    return foresight.fleet().workloads().stream()
        .filter(guest -> guest.id().equals(Layers.guestOf(node)) && guest.on().isEmpty())
        .findFirst();
  }

  private boolean isStoodInFor(MachineId node) {
    return guards.waking().values().stream()
        .anyMatch(reason -> reason instanceof Reason.StandsIn(var late, _) && late.equals(node));
  }

  private boolean moreOnTheirWay() {
    Map<MachineId, HostAim> aims = plan.byHost();
    return foresight.fleet().hosts().stream()
        .filter(host -> !host.inService())
        .map(host -> aims.get(host.id()))
        .anyMatch(aim -> aim != null && aim.on() && isCountedOn(aim.reason()));
  }

  private static boolean isCountedOn(Reason reason) {
    return !(reason instanceof Reason.Missed
        || reason instanceof Reason.Quarantined
        || reason instanceof Reason.Doubt
        || reason instanceof Reason.LeftToPerson
        || reason instanceof Reason.Protection);
  }

  private Optional<MachineId> quickest(SortedMap<MachineId, Host> off, Resources size) {
    return off.values().stream()
        .filter(host -> Foresight.isOurs(host, guards) && size.fitsIn(host.capacity()))
        .min(foresight.quickestFirst())
        .map(Host::id);
  }
}
