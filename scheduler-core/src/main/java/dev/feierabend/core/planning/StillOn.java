package dev.feierabend.core.planning;

import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which hosts stay on because they are by the plan in force, each with what held it then.
final class StillOn {
  private StillOn() {}

  /// @param free hosts that may be planned freely
  static SortedMap<MachineId, Reason> by(PowerPlan standing, Set<MachineId> free) {
    var on = new TreeMap<MachineId, Reason>();
    for (HostAim aim : standing.hosts()) {
      if (aim.on() && free.contains(aim.host())) {
        on.put(aim.host(), lasts(aim.reason()) ? aim.reason() : new Reason.Settled());
      }
    }
    return on;
  }

  /// Whether it still says why a host is on that has been on since.
  private static boolean lasts(Reason reason) {
    return (reason instanceof Reason.OfConsolidation && !(reason instanceof Reason.NoRoom))
        || reason instanceof Reason.Reserve
        || reason instanceof Reason.Floor
        || reason instanceof Reason.ShareNotReleased
        || reason instanceof Reason.WouldNotPayBack;
  }
}
