package dev.feierabend.kubernetes.recipes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What nobody puts to sleep, whatever was agreed.
public final class Untouchable {
  /// Whatever carries it stays as it is.
  public static final String PROTECT = "feierabend.dev/protect";

  /// By it an owner lets sleep what by its kind wouldn't.
  public static final String SLEEPS = "feierabend.dev/sleeps";

  private static final String NAME = "app.kubernetes.io/name";
  private static final String OURSELVES = "feierabend";
  private static final Set<String> NAMESPACES =
      Set.of("kube-system", "kube-public", "kube-node-lease");

  private Untouchable() {}

  /// Why an object of that recipe is not to be put to sleep; empty where nothing forbids it.
  public static Optional<String> because(Recipe recipe, ObjectMeta metadata) {
    Map<String, String> labels = Optional.ofNullable(metadata.getLabels()).orElse(Map.of());
    if (NAMESPACES.contains(String.valueOf(metadata.getNamespace()))) {
      return Optional.of("it belongs to Kubernetes itself");
    }
    if (labels.containsKey(PROTECT)) {
      return Optional.of("it is labelled " + PROTECT);
    }
    if (OURSELVES.equals(labels.get(NAME))) {
      return Optional.of("it is this service");
    }
    if (recipe.optIn() && !"true".equals(labels.get(SLEEPS))) {
      return Optional.of("of its kind only what is labelled %s: \"true\" sleeps".formatted(SLEEPS));
    }
    return controller(metadata)
        .map(owner -> "it is managed by %s %s".formatted(owner.getKind(), owner.getName()));
  }

  private static Optional<OwnerReference> controller(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getOwnerReferences()).orElse(List.of()).stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }
}
