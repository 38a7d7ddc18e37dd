package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which hosts stay on because they are by the plan in force, each with what held it then; and
/// those that are on and which that plan didn't know. Doubt that has ended holds nobody who is off,
/// or was on the way there: what can't be seen for a moment costs no more than that moment.
final class StillOn {
  private StillOn() {}

  /// @param free hosts that may be planned freely
  static SortedMap<MachineId, Reason> by(PowerPlan standing, List<Host> free) {
    var on = new TreeMap<MachineId, Reason>();
    Map<MachineId, HostAim> aims = standing.byHost();
    for (Host host : free) {
      Optional.ofNullable(aims.get(host.id()))
          .map(aim -> holds(aim, host) ? Optional.of(held(aim.reason())) : Optional.<Reason>empty())
          .orElseGet(() -> newcomer(host))
          .ifPresent(reason -> on.put(host.id(), reason));
    }
    return on;
  }

  private static boolean holds(HostAim aim, Host host) {
    boolean going = host.power() == Power.OFF || host.cordoned();
    return aim.on() && !(aim.reason() instanceof Reason.Doubt && going);
  }

  private static Reason held(Reason reason) {
    return lasts(reason) ? reason : new Reason.Settled();
  }

  private static Optional<Reason> newcomer(Host host) {
    return host.power() == Power.ON ? Optional.of(new Reason.Newcomer()) : Optional.empty();
  }

  /// Whether it may still say why a host is on that has been on since.
  private static boolean lasts(Reason reason) {
    return (reason instanceof Reason.OfConsolidation && !(reason instanceof Reason.NoRoom))
        || reason instanceof Reason.Reserve
        || reason instanceof Reason.Floor
        || reason instanceof Reason.ShareNotReleased
        || reason instanceof Reason.WouldNotPayBack;
  }
}
