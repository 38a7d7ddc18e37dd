package dev.feierabend.sandbox.laws;

import dev.feierabend.core.planning.FleetPort.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Law 11: what is awake again in the morning is as it was: as many replicas, of the same size.
final class ExactRestoration implements Law {
  @Override
  public List<String> violations(Night night) {
    Map<String, Workload> before =
        night.first().workloads().stream()
            .collect(Collectors.toMap(w -> w.id().value(), Function.identity()));
    return night.last().workloads().stream()
        .filter(after -> !after.asleep())
        .filter(after -> {
          Workload was = before.get(after.id().value());
          return was == null
              || was.replicas() != after.replicas()
              || !was.size().equals(after.size());
        })
        .map(after -> after.id() + " is not as it was")
        .toList();
  }
}
