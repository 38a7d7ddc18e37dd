package dev.feierabend.app.wiring;

import com.mongodb.ConnectionString;
import dev.feierabend.kubernetes.fleet.Ourselves;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where in the cluster this service and its store run: by what the chart writes into the pod's
/// environment, and by the store's address.
final class OwnPlace {
  private OwnPlace() {}

  static Ourselves of(ServiceProperties properties, Map<String, String> environment) {
    return new Ourselves(
        Optional.ofNullable(environment.get("POD_NAME")),
        Optional.ofNullable(environment.get("POD_NAMESPACE")),
        Optional.ofNullable(properties.mongodb())
            .map(ServiceProperties.Mongodb::uri)
            .map(OwnPlace::hosts)
            .orElse(Set.of()));
  }

  /// Without their ports.
  static Set<String> hosts(String uri) {
    return new ConnectionString(uri)
        .getHosts().stream().map(host -> host.split(":")[0]).collect(Collectors.toSet());
  }
}
