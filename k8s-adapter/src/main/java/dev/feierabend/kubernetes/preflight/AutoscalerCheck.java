package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Autoscalers of nodes that would fight: what is emptied and cordoned here, they take for
/// superfluous and remove, and in the morning they buy what we are about to switch on.
record AutoscalerCheck(Sleeping sleeping) {
  private static final String KARPENTERS = "nodepools.karpenter.sh";
  private static final String KARPENTERS_NODE = "karpenter.sh/nodepool";
  private static final String HANDS_OFF = "karpenter.sh/do-not-disrupt";
  private static final String NO_SCALE_DOWN =
      "cluster-autoscaler.kubernetes.io/scale-down-disabled";

  /// @param definitions names of the kinds that the cluster knows besides its own
  List<Trouble> of(List<PodImage> images, Set<String> definitions, List<Node> nodes) {
    Stream<Trouble> cluster =
        images.stream()
            .filter(image -> image.image().contains("cluster-autoscaler"))
            .limit(1)
            .flatMap(image ->
                unmarked(nodes, NO_SCALE_DOWN, _ -> true).stream()
                    .map(names -> Trouble.of(Kind.CLUSTER_AUTOSCALER, image.place(), names)));
    Stream<Trouble> karpenter =
        Stream.of(KARPENTERS)
            .filter(definitions::contains)
            .flatMap(_ -> unmarked(nodes, HANDS_OFF, AutoscalerCheck::isKarpenters).stream())
            .map(names -> Trouble.of(Kind.KARPENTER, names));
    return Stream.concat(cluster, karpenter).toList();
  }

  /// Nodes that may sleep and don't carry the annotation that keeps the autoscaler off.
  private Optional<String> unmarked(List<Node> nodes, String annotation, Predicate<ObjectMeta> of) {
    List<String> names =
        nodes.stream()
            .map(Node::getMetadata)
            .filter(node -> sleeping.nodes().contains(node.getName()))
            .filter(of)
            .filter(node -> !"true".equals(given(node.getAnnotations()).get(annotation)))
            .map(ObjectMeta::getName)
            .sorted()
            .toList();
    return Optional.of(String.join(", ", names)).filter(_ -> !names.isEmpty());
  }

  private static boolean isKarpenters(ObjectMeta node) {
    return given(node.getLabels()).containsKey(KARPENTERS_NODE);
  }

  private static Map<String, String> given(Map<String, String> map) {
    return Optional.ofNullable(map).orElse(Map.of());
  }
}
