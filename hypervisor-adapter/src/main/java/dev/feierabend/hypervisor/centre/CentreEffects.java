package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Patience;

/// What is done in one hypervisor.
public record CentreEffects(CentreGuests guests, CentreHosts hosts, CentrePower power) {
  /// @param patience with guests that are asked to shut down
  public static CentreEffects of(Centre centre, Patience patience) {
    var rooms = new Rooms();
    return new CentreEffects(
        new CentreGuests(centre, rooms, patience),
        new CentreHosts(centre, rooms),
        new CentrePower(centre));
  }
}
