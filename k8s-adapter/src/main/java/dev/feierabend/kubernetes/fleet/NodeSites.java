package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which nodes a pod may be started on: by their labels, its required affinity, what it tolerates,
/// and the topologies that it is spread over, as Kubernetes defines them.
///
/// @param affinity each of which a node must meet
/// @param spread the keys that a node must have
record NodeSites(
    Map<String, String> selector,
    List<NodeSelector> affinity,
    List<Toleration> tolerations,
    List<String> spread) {
  private static final Set<String> OPERATORS =
      Set.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");

  /// @param reach from which nodes each of its volumes is reached that isn't from everywhere
  static NodeSites of(PodSpec spec, List<NodeSelector> reach) {
    Optional<NodeSelector> own =
        Optional.ofNullable(spec.getAffinity())
            .map(Affinity::getNodeAffinity)
            .map(NodeAffinity::getRequiredDuringSchedulingIgnoredDuringExecution);
    return new NodeSites(
        Optional.ofNullable(spec.getNodeSelector()).orElse(Map.of()),
        Stream.concat(own.stream(), reach.stream()).toList(),
        PodTrim.all(spec.getTolerations()),
        strict(spec).stream().map(TopologySpreadConstraint::getTopologyKey).toList());
  }

  /// Constraints that keep a pod from being started.
  static List<TopologySpreadConstraint> strict(PodSpec spec) {
    return PodTrim.all(spec.getTopologySpreadConstraints()).stream()
        .filter(it -> !"ScheduleAnyway".equals(it.getWhenUnsatisfiable()))
        .toList();
  }

  /// What it tolerates, and nothing else.
  NodeSites tolerating() {
    return new NodeSites(Map.of(), List.of(), tolerations, List.of());
  }

  boolean anywhere() {
    return selector.isEmpty() && affinity.isEmpty() && spread.isEmpty();
  }

  /// An operator that isn't known here.
  Optional<String> unknown() {
    return affinity.stream()
        .flatMap(it -> PodTrim.all(it.getNodeSelectorTerms()).stream())
        .flatMap(NodeSites::requirements)
        .map(NodeSelectorRequirement::getOperator)
        .filter(operator -> !OPERATORS.contains(String.valueOf(operator)))
        .map(String::valueOf)
        .findFirst();
  }

  boolean admit(Node node) {
    Map<String, String> labels = Labels.of(node);
    return labels.entrySet().containsAll(selector.entrySet())
        && labels.keySet().containsAll(spread)
        && affinity.stream().allMatch(it -> meets(it, node))
        && Taints.of(node).allMatch(taint -> Taints.tolerate(tolerations, taint));
  }

  /// One of its terms is enough; one without requirements takes nothing.
  private static boolean meets(NodeSelector selector, Node node) {
    return PodTrim.all(selector.getNodeSelectorTerms()).stream()
        .filter(term -> requirements(term).findAny().isPresent())
        .anyMatch(term -> meets(term, node));
  }

  private static boolean meets(NodeSelectorTerm term, Node node) {
    Map<String, String> labels = Labels.of(node);
    Map<String, String> fields = Map.of("metadata.name", node.getMetadata().getName());
    return PodTrim.all(term.getMatchExpressions()).stream().allMatch(it -> meets(it, labels))
        && PodTrim.all(term.getMatchFields()).stream().allMatch(it -> meets(it, fields));
  }

  private static Stream<NodeSelectorRequirement> requirements(NodeSelectorTerm term) {
    return Stream.concat(
        PodTrim.all(term.getMatchExpressions()).stream(),
        PodTrim.all(term.getMatchFields()).stream());
  }

  private static boolean meets(NodeSelectorRequirement requirement, Map<String, String> labels) {
    Optional<String> value = Optional.ofNullable(labels.get(requirement.getKey()));
    List<String> values = PodTrim.all(requirement.getValues());
    return switch (String.valueOf(requirement.getOperator())) {
      case "In" -> value.filter(values::contains).isPresent();
      case "NotIn" -> value.filter(values::contains).isEmpty();
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      case "Gt" -> number(value) > number(values.stream().findFirst());
      case "Lt" -> number(value) < number(values.stream().findFirst());
      case String _ -> false;
    };
  }

  /// Not a number compares with nothing.
  private static double number(Optional<String> text) {
    try {
      return text.map(Long::parseLong).map(Long::doubleValue).orElse(Double.NaN);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
