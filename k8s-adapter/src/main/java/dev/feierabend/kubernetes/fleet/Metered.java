package dev.feierabend.kubernetes.fleet;

import dev.feierabend.policies.terms.PoolId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A pool's member that has a load, and the objects whose metrics add up to it.
///
/// @param member a machine's UUID or a workload's id
/// @param sources `namespace/pod` or `node`
public record Metered(PoolId pool, String member, List<String> sources) {
  public Metered {
    sources = List.copyOf(sources);
  }

  /// The name under which an object's metrics are found.
  public static String source(HasMetadata object) {
    var metadata = object.getMetadata();
    return Stream.of(Optional.ofNullable(metadata.getNamespace()), Optional.of(metadata.getName()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("/"));
  }
}
