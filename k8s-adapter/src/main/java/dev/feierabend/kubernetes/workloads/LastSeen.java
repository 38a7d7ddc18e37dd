package dev.feierabend.kubernetes.workloads;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;

/// What was last seen of objects. It may be old, so that it is good for a write of that very
/// version, and for nothing else.
@FunctionalInterface
public interface LastSeen {
  LastSeen NOTHING = _ -> Optional.empty();

  /// Its [Essence] at least; empty where it is left alone or wasn't seen.
  Optional<GenericKubernetesResource> of(WorkloadName name);
}
