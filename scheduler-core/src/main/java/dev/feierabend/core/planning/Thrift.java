package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.policies.terms.MachineId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// Which of the hosts that could go stay on where not all may: last of all who is off anyway by the
/// plan in force; then whose sleep saves least, and of equals who carries most.
final class Thrift {
  private Thrift() {}

  static Comparator<Host> leastFirst(Set<MachineId> off, List<Guest> guests) {
    var load = new HashMap<MachineId, Double>();
    for (Guest guest : guests) {
      guest.home().ifPresent(home -> load.merge(home, guest.peak().cores(), Double::sum));
    }
    return Comparator.comparing((Host host) -> off.contains(host.id()))
        .thenComparing(host -> !host.inService())
        .thenComparingDouble(Thrift::saved)
        .thenComparingDouble(host -> -load.getOrDefault(host.id(), 0.0))
        .thenComparing(Host::id);
  }

  private static double saved(Host host) {
    return host.energy().curve().at(0).value() - host.energy().standbyWatts();
  }
}
