package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Patience;

/// What is done in one hypervisor.
///
/// @param nodes the power of its guests that are nodes of clusters
public record CentreEffects(
    CentreGuests guests, CentreHosts hosts, CentrePower power, NodePower nodes) {
  /// @param patience with guests that are asked to shut down
  public static CentreEffects of(Centre centre, Patience patience) {
    var rooms = new Rooms();
    var guests = new CentreGuests(centre, rooms, patience);
    return new CentreEffects(
        guests,
        new CentreHosts(centre, rooms),
        new CentrePower(centre),
        new NodePower(centre, rooms, guests, patience));
  }
}
