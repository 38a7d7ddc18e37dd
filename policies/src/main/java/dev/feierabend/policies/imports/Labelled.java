package dev.feierabend.policies.imports;

import java.util.List;
import java.util.Optional;

/// Single workloads by their labels: our policies select no names.
record Labelled(List<Resource> resources) {

  /// Why `workload` can't be told from others by its labels; empty where it can.
  Optional<Reason> obstacle(Resource workload) {
    if (workload.labels().isEmpty()) {
      return Optional.of(Reason.NO_LABELS);
    }
    long carriers =
        resources.stream()
            .filter(Resource::isWorkload)
            .filter(other -> other.namespace().equals(workload.namespace()))
            .filter(other -> other.labels().entrySet().containsAll(workload.labels().entrySet()))
            .count();
    return carriers > 1 ? Optional.of(Reason.SHARED_LABELS) : Optional.empty();
  }

  Optional<Resource> named(Optional<String> namespace, String kind, String name) {
    return resources.stream()
        .filter(Resource::isWorkload)
        .filter(other -> other.namespace().equals(namespace))
        .filter(other -> other.naming().kind().equals(kind) && other.naming().name().equals(name))
        .findFirst();
  }
}
