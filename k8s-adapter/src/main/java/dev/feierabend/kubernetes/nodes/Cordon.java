package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.client.MergePatch;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import java.util.Optional;

/// Which change takes a node out of service or lets it in again. Our cordons carry a mark; a cordon
/// without it is a person's, and stays.
final class Cordon {
  static final String MARK = "feierabend.dev/cordoned";

  private static final String UNSCHEDULABLE = "unschedulable";

  private Cordon() {}

  static Change cordon(Node node, ActionId action) {
    if (cordoned(node)) {
      return Change.NOTHING;
    }
    if (mark(node).filter(action.value()::equals).isPresent()) {
      return new Change.Leave(
          "Expected node %s as %s left it, but somebody lets it take work again"
              .formatted(name(node), action));
    }
    return MergePatch.of(node.getMetadata())
        .annotate(MARK, action.value())
        .spec(UNSCHEDULABLE, true)
        .write();
  }

  static Change admit(Node node) {
    if (mark(node).isPresent()) {
      return MergePatch.of(node.getMetadata()).unannotate(MARK).spec(UNSCHEDULABLE, false).write();
    }
    return cordoned(node)
        ? new Change.Leave(
            "Expected node %s to carry our mark %s, but somebody else cordoned it"
                .formatted(name(node), MARK))
        : Change.NOTHING;
  }

  static boolean cordoned(Node node) {
    return Optional.ofNullable(node.getSpec())
        .map(NodeSpec::getUnschedulable)
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  private static Optional<String> mark(Node node) {
    return Optional.ofNullable(node.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(MARK));
  }

  private static String name(Node node) {
    return node.getMetadata().getName();
  }
}
