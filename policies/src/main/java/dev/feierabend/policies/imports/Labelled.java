package dev.feierabend.policies.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Single workloads by their labels: our policies select no names. Looked up by name and by label,
/// for a cluster has thousands.
final class Labelled {
  private final Map<Resource.Naming, Resource> byName = new HashMap<>();
  private final Map<Label, List<Resource>> byLabel = new HashMap<>();

  private record Label(Optional<String> namespace, String key, String value) {}

  Labelled(List<Resource> resources) {
    resources.stream().filter(Resource::isWorkload).forEach(this::add);
  }

  private void add(Resource workload) {
    byName.put(workload.naming(), workload);
    labels(workload)
        .forEach(label -> byLabel.computeIfAbsent(label, _ -> new ArrayList<>()).add(workload));
  }

  /// Why `workload` can't be told from others by its labels; empty where it can.
  Optional<Reason> obstacle(Resource workload) {
    if (workload.labels().isEmpty()) {
      return Optional.of(Reason.NO_LABELS);
    }
    List<Resource> fewest =
        labels(workload).stream()
            .map(label -> byLabel.getOrDefault(label, List.of()))
            .min(Comparator.comparingInt(List::size))
            .orElseThrow();
    return alone(workload, fewest) ? Optional.empty() : Optional.of(Reason.SHARED_LABELS);
  }

  private static boolean alone(Resource workload, List<Resource> some) {
    return some.stream()
            .filter(other -> other.labels().entrySet().containsAll(workload.labels().entrySet()))
            .limit(2)
            .count()
        == 1;
  }

  private static List<Label> labels(Resource workload) {
    return workload.labels().entrySet().stream()
        .map(label -> new Label(workload.namespace(), label.getKey(), label.getValue()))
        .toList();
  }

  Optional<Resource> named(Optional<String> namespace, String kind, String name) {
    return Optional.ofNullable(byName.get(new Resource.Naming(kind, namespace, name)));
  }
}
