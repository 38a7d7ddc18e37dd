package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.VolumeNodeAffinity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Volumes of customers that only nodes reach which may be switched off: their pods start in the
/// morning on those and nowhere else.
record VolumeCheck(Sleeping sleeping) {
  private static final String HOSTNAME = "kubernetes.io/hostname";

  List<Trouble> of(List<PersistentVolume> volumes) {
    return volumes.stream().flatMap(volume -> trouble(volume).stream()).toList();
  }

  private Optional<Trouble> trouble(PersistentVolume volume) {
    Set<String> nodes = nodes(volume);
    return Optional.ofNullable(volume.getSpec().getClaimRef())
        .filter(claim -> sleeping.namespaces().contains(claim.getNamespace()))
        .filter(_ -> !nodes.isEmpty() && sleeping.nodes().containsAll(nodes))
        .map(claim ->
            Trouble.of(
                Kind.VOLUME,
                volume.getMetadata().getName(),
                "%s/%s".formatted(claim.getNamespace(), claim.getName()),
                String.join(", ", nodes)));
  }

  private static Set<String> nodes(PersistentVolume volume) {
    return Optional.ofNullable(volume.getSpec().getNodeAffinity())
        .map(VolumeNodeAffinity::getRequired)
        .map(VolumeCheck::names)
        .orElse(Set.of());
  }

  private static Set<String> names(NodeSelector required) {
    return required.getNodeSelectorTerms().stream()
        .flatMap(term -> Stream.ofNullable(term.getMatchExpressions()))
        .flatMap(List::stream)
        .filter(it -> HOSTNAME.equals(it.getKey()) && "In".equals(it.getOperator()))
        .map(NodeSelectorRequirement::getValues)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
