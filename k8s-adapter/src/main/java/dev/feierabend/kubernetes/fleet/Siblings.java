package dev.feierabend.kubernetes.fleet;

import static java.util.stream.Collectors.groupingBy;

import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which pods others mean by namespaces and labels. A selector of namespaces is taken to mean all
/// of them, since nobody here reads their labels: rather too many are kept apart than too few.
final class Siblings {
  private final Map<String, List<Pod>> byNamespace;

  Siblings(Collection<Pod> pods) {
    byNamespace =
        pods.stream()
            .filter(Siblings::stays)
            .collect(groupingBy(pod -> pod.getMetadata().getNamespace()));
  }

  private static boolean stays(Pod pod) {
    return Eviction.runs(pod) && pod.getMetadata().getDeletionTimestamp() == null;
  }

  Stream<Pod> all() {
    return byNamespace.values().stream().flatMap(List::stream);
  }

  /// @param namespace of the pod whose term it is
  List<Pod> of(String namespace, PodAffinityTerm term) {
    List<String> named = PodTrim.all(term.getNamespaces());
    Stream<Pod> there =
        term.getNamespaceSelector() != null
            ? all()
            : (named.isEmpty() ? List.of(namespace) : named).stream().flatMap(this::in);
    return there.filter(pod -> means(term.getLabelSelector(), pod)).toList();
  }

  List<Pod> of(String namespace, LabelSelector selector) {
    return in(namespace).filter(pod -> means(selector, pod)).toList();
  }

  private Stream<Pod> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of()).stream();
  }

  private static boolean means(LabelSelector selector, Pod pod) {
    try {
      return Labels.match(selector, Labels.of(pod));
    } catch (IllegalArgumentException _) {
      return true;
    }
  }
}
