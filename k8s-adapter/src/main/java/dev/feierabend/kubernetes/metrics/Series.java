package dev.feierabend.kubernetes.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One of Prometheus' series over a stretch of time.
///
/// @param points values by their second, counted from 1970; none that is no number
record Series(Map<String, String> labels, SortedMap<Long, Double> points) {
  private static final List<String> NAMES = List.of("pod", "replicaset", "job_name");

  Series {
    labels = Map.copyOf(labels);
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  /// `namespace/pod`, or a node's name; empty where it is of neither.
  Optional<String> source() {
    return label("pod").isPresent()
        ? label("namespace").flatMap(space -> label("pod").map(pod -> space + "/" + pod))
        : label("node");
  }

  Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name)).filter(value -> !value.isEmpty());
  }

  /// The object that it tells the controller of.
  Optional<Owned> owned() {
    return label("namespace")
        .flatMap(space ->
            NAMES.stream()
                .flatMap(kind -> label(kind).stream().map(name -> new Owned(space, kind, name)))
                .findFirst());
  }

  /// That controller.
  Optional<Owned> controller() {
    return label("namespace")
        .flatMap(space ->
            label("owner_kind")
                .flatMap(kind -> label("owner_name").map(name -> owner(space, kind, name))));
  }

  private static Owned owner(String space, String kind, String name) {
    return switch (kind) {
      case "ReplicaSet" -> new Owned(space, "replicaset", name);
      case "Job" -> new Owned(space, "job_name", name);
      case String other -> new Owned(space, other, name);
    };
  }

  /// An object, and by what label it is told.
  record Owned(String namespace, String kind, String name) {
    Optional<String> pod() {
      return kind.equals("pod") ? Optional.of(namespace + "/" + name) : Optional.empty();
    }
  }
}
