package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who answers for a service.
///
/// @param ready how many do
/// @param nodes where they run, as far as that is known
record Answering(int ready, Set<String> nodes) {
  Answering {
    nodes = Set.copyOf(nodes);
  }

  static Answering of(List<EndpointSlice> slices) {
    List<Endpoint> ready =
        slices.stream()
            .map(EndpointSlice::getEndpoints)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .filter(Answering::isReady)
            .toList();
    return new Answering(
        ready.size(),
        ready.stream()
            .map(Endpoint::getNodeName)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  /// Where nothing is said it counts as ready, as Kubernetes has it.
  private static boolean isReady(Endpoint endpoint) {
    return !Optional.ofNullable(endpoint.getConditions())
        .map(EndpointConditions::getReady)
        .filter(Boolean.FALSE::equals)
        .isPresent();
  }
}
