package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Which pods require to be apart from which: by what they say in `podAntiAffinity`.
///
/// @param party whose a pod is: of each, one speaks for all
record Repulsion(Siblings siblings, Function<Pod, String> party) {

  /// Whose terms are alike: replicas say the same.
  private record Said(String namespace, PodAffinityTerm term) {}

  @FunctionalInterface
  interface Apart {
    /// @param one says that it may not share a domain of `key` with `other`, which may be itself
    void tell(Pod one, Pod other, String key);
  }

  void each(Apart apart) {
    Map<Said, Map<String, Pod>> saying = new HashMap<>();
    siblings
        .all()
        .forEach(pod ->
            terms(pod.getSpec())
                .forEach(term ->
                    saying
                        .computeIfAbsent(
                            new Said(pod.getMetadata().getNamespace(), term), _ -> new TreeMap<>())
                        .putIfAbsent(party.apply(pod), pod)));
    saying.forEach((said, pods) -> {
      List<Pod> meant = siblings.of(said.namespace(), said.term());
      for (Pod one : pods.values()) {
        meant.forEach(other -> apart.tell(one, other, said.term().getTopologyKey()));
      }
    });
  }

  private static List<PodAffinityTerm> terms(PodSpec spec) {
    return Optional.ofNullable(spec.getAffinity())
        .map(Affinity::getPodAntiAffinity)
        .map(PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
        .orElse(List.of());
  }
}
