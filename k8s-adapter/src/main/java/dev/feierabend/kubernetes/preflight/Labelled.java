package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Labels;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is in namespaces that may sleep, by the labels that webhooks choose by.
record Labelled(Map<String, Set<Thing>> byNamespace) {

  /// An object, or pods as they run or as a template makes them.
  ///
  /// @param kind empty for pods
  /// @param labels empty where nobody knows them before they are made
  record Thing(Optional<ResourceKind> kind, Optional<Map<String, String>> labels) {
    static Thing pods(Map<String, String> labels) {
      return new Thing(Optional.empty(), Optional.of(labels));
    }

    /// What an operator makes as it likes.
    static Thing anyPods() {
      return new Thing(Optional.empty(), Optional.empty());
    }

    static Thing object(ResourceKind kind, Map<String, String> labels) {
      return new Thing(Optional.of(kind), Optional.of(labels));
    }

    private boolean concerns(Hook hook) {
      boolean asked =
          kind.map(it -> hook.hears("UPDATE", it.group(), it.plural()))
              .orElseGet(() -> hook.hears("CREATE", "", "pods"));
      return asked && labels.map(it -> Labels.match(hook.objects(), it)).orElse(true);
    }
  }

  Labelled {
    byNamespace = Map.copyOf(byNamespace);
  }

  /// True where a webhook would be asked about something that is there.
  boolean concerns(Hook hook, String namespace) {
    return byNamespace.getOrDefault(namespace, Set.of()).stream()
        .anyMatch(thing -> thing.concerns(hook));
  }
}
