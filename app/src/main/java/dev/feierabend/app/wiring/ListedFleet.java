package dev.feierabend.app.wiring;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A fleet of which no host is planned to go that the wake list couldn't bring back, rather than be
/// emptied every evening and refused then (see `Listed`).
///
/// @param beyondReach those hosts, each with the kind of its controller
record ListedFleet(FleetPort fleet, SortedMap<MachineId, String> beyondReach) implements FleetPort {
  ListedFleet {
    beyondReach = Collections.unmodifiableSortedMap(new TreeMap<>(beyondReach));
  }

  @Override
  public Snapshot observe() {
    return fleet.observe().each(this::kept);
  }

  /// What keeps it on besides says more.
  private Host kept(Host host) {
    String kind = beyondReach.get(host.id());
    return kind == null || host.protection().isPresent()
        ? host
        : host.protectedBy(new Reason.OffTheWakeList(kind));
  }
}
