package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which objects govern the replicas of others.
record Targets(Map<ObjectKey, Scalable> all, Set<ObjectKey> governed) {
  static Targets of(List<Scalable> scalables) {
    var all = new HashMap<ObjectKey, Scalable>();
    var governed = new HashSet<ObjectKey>();
    for (Scalable scalable : scalables) {
      all.put(scalable.key(), scalable);
      scalable.target().ifPresent(governed::add);
    }
    return new Targets(all, governed);
  }

  boolean governed(Scalable scalable) {
    return governed.contains(scalable.key());
  }

  /// What `pod` is a replica of, by its owner.
  Optional<Scalable> running(Pod pod) {
    return Eviction.controller(pod)
        .map(owner -> ObjectKey.owning(owner, pod.getMetadata().getNamespace()))
        .map(all::get);
  }

  /// What it governs, if that is there.
  Optional<Scalable> of(Scalable scalable) {
    return scalable.target().map(all::get);
  }
}
