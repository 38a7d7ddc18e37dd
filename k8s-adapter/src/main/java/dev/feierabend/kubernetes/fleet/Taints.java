package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Taints that keep pods away from a node for good, and who tolerates them, as Kubernetes defines
/// it. Those that say no more than how a node is doing now, or that it sleeps, don't count.
final class Taints {
  private static final List<String> STATES =
      List.of(
          "node.kubernetes.io/",
          "node.cloudprovider.kubernetes.io/",
          "feierabend.dev/",
          "ToBeDeletedByClusterAutoscaler",
          "DeletionCandidateOfClusterAutoscaler");

  private Taints() {}

  static Stream<Taint> of(Node node) {
    return Optional.ofNullable(node.getSpec()).map(NodeSpec::getTaints).orElse(List.of()).stream()
        .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
        .filter(taint -> !isState(taint.getKey()));
  }

  static boolean isState(@Nullable String key) {
    return key != null && STATES.stream().anyMatch(key::startsWith);
  }

  static boolean tolerate(List<Toleration> tolerations, Taint taint) {
    return tolerations.stream().anyMatch(it -> tolerates(it, taint));
  }

  /// Without a key it is every taint, and without an effect every effect.
  private static boolean tolerates(Toleration toleration, Taint taint) {
    String key = told(toleration.getKey());
    String effect = told(toleration.getEffect());
    boolean exists = told(toleration.getOperator()).equals("Exists");
    boolean same = List.of("", "Equal").contains(told(toleration.getOperator()));
    boolean named = key.isEmpty() ? exists : key.equals(taint.getKey());
    return named
        && List.of("", taint.getEffect()).contains(effect)
        && (exists || (same && told(toleration.getValue()).equals(told(taint.getValue()))));
  }

  private static String told(@Nullable String value) {
    return Optional.ofNullable(value).orElse("");
  }
}
