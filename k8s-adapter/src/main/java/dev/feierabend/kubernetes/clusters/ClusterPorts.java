package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.policies.fleet.Fleet;
import java.util.Optional;

/// One of several clusters or hypervisors, as it would be alone.
///
/// @param name empty for the one that the service runs in
/// @param part what of the fleet is there; see [Fleet#in]
/// @param seen what is seen of it; an outage before the first sight
/// @param blind what is known of it before
public record ClusterPorts(
    Optional<String> name,
    Fleet part,
    FleetPort seen,
    FleetPort blind,
    Effects effects,
    LoadSource load) {
  Names names() {
    return new Names(name);
  }

  /// Its name as a place.
  String place() {
    return name.orElse("");
  }
}
