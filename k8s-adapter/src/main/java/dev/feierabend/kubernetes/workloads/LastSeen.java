package dev.feierabend.kubernetes.workloads;

import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;

/// What was last seen of objects. It may be old: it is good for a write of that very version, and
/// to know that an action took effect.
@FunctionalInterface
public interface LastSeen {
  LastSeen NOTHING = _ -> Optional.empty();

  /// Its [Essence] at least; empty where it is left alone or wasn't seen.
  Optional<GenericKubernetesResource> of(WorkloadName name);

  /// A recipe's kind in the version in which the cluster serves it.
  default ResourceKind served(Recipe recipe) {
    return recipe.resource();
  }
}
