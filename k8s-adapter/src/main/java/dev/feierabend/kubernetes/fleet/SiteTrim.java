package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.PodAffinity;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is left of where a pod may be: what is required, and never what is merely preferred.
final class SiteTrim {
  private final Once<Map<String, String>> selectors = new Once<>();
  private final Once<Affinity> affinities = new Once<>();
  private final Once<List<Toleration>> tolerations = new Once<>();
  private final Once<List<TopologySpreadConstraint>> spreads = new Once<>();

  void copy(PodSpec from, PodSpec to) {
    Optional.ofNullable(from.getNodeSelector())
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> to.setNodeSelector(selectors.of(it)));
    Optional.ofNullable(from.getAffinity())
        .flatMap(SiteTrim::required)
        .ifPresent(it -> to.setAffinity(affinities.of(it)));
    to.setTolerations(
        tolerations.of(
            PodTrim.all(from.getTolerations()).stream()
                .filter(it -> !Taints.isState(it.getKey()))
                .toList()));
    to.setTopologySpreadConstraints(spreads.of(NodeSites.strict(from)));
  }

  private static Optional<Affinity> required(Affinity affinity) {
    var required = new Affinity();
    Optional.ofNullable(affinity.getNodeAffinity())
        .map(NodeAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
        .ifPresent(it -> required.setNodeAffinity(new NodeAffinity(List.of(), it)));
    List<PodAffinityTerm> near =
        Optional.ofNullable(affinity.getPodAffinity())
            .map(PodAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
            .orElse(List.of());
    List<PodAffinityTerm> apart =
        Optional.ofNullable(affinity.getPodAntiAffinity())
            .map(PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
            .orElse(List.of());
    if (!near.isEmpty()) {
      required.setPodAffinity(new PodAffinity(List.of(), near));
    }
    if (!apart.isEmpty()) {
      required.setPodAntiAffinity(new PodAntiAffinity(List.of(), apart));
    }
    return required.equals(new Affinity()) ? Optional.empty() : Optional.of(required);
  }
}
