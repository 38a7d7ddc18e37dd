package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.client.MergePatch;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which change takes a node out of service or lets it in again. Our cordons come with a taint and
/// a mark, all in one write, made for the very version of the node that was read: taints are a
/// list, and nobody else's may get lost. A cordon without either is a person's, and stays.
public final class Cordon {
  static final String MARK = "feierabend.dev/cordoned";
  static final String BEFORE = "feierabend.dev/before-sleep";
  static final String SLEEPING = "feierabend.dev/sleeping";

  private Cordon() {}

  static Change cordon(Node node, BeforeSleep before, ActionId action) {
    if (cordoned(node)) {
      return Change.NOTHING;
    }
    if (mark(node).filter(action.value()::equals).isPresent()) {
      return new Change.Leave(
          "Expected node %s as %s left it, but somebody lets it take work again"
              .formatted(node.getMetadata().getName(), action));
    }
    NodeBuilder to =
        withoutTaint(node)
            .editMetadata()
            .addToAnnotations(MARK, action.value())
            .addToAnnotations(BEFORE, before.json())
            .endMetadata();
    return MergePatch.between(
        node,
        to.editSpec()
            .withUnschedulable(true)
            .addNewTaint()
            .withKey(SLEEPING)
            .withEffect("NoSchedule")
            .endTaint()
            .endSpec()
            .build());
  }

  /// Our taint goes first, because it also keeps DaemonSets from a node that is up again; the
  /// cordon, which doesn't, holds until the node is all it was. A person's cordon is a person's to
  /// lift.
  ///
  /// @param whole whether what served there before serves again
  static Change admit(Node node, boolean whole) {
    if (!ours(node)) {
      return Change.NOTHING;
    }
    if (!whole) {
      return tainted(node) ? MergePatch.between(node, withoutTaint(node).build()) : Change.NOTHING;
    }
    return MergePatch.between(
        node,
        withoutTaint(node)
            .editMetadata()
            .removeFromAnnotations(MARK)
            .removeFromAnnotations(BEFORE)
            .endMetadata()
            .editSpec()
            .withUnschedulable(null)
            .endSpec()
            .build());
  }

  /// True for a node that no new work gets to, whoever saw to that.
  public static boolean closed(Node node) {
    return cordoned(node) || tainted(node);
  }

  /// True only for the cordon itself: a person who lifts it wants the node to take work, and may
  /// not know of the taint.
  static boolean cordoned(Node node) {
    return Optional.ofNullable(node.getSpec())
        .map(NodeSpec::getUnschedulable)
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  static boolean ours(Node node) {
    return mark(node).isPresent() || tainted(node);
  }

  static BeforeSleep before(Node node) {
    return Optional.ofNullable(annotations(node).get(BEFORE))
        .map(BeforeSleep::parsed)
        .orElse(BeforeSleep.NOTHING);
  }

  private static boolean tainted(Node node) {
    return Optional.ofNullable(node.getSpec()).map(NodeSpec::getTaints).orElse(List.of()).stream()
        .anyMatch(Cordon::isOurs);
  }

  private static boolean isOurs(Taint taint) {
    return SLEEPING.equals(taint.getKey());
  }

  private static NodeBuilder withoutTaint(Node node) {
    return new NodeBuilder(node)
        .editOrNewSpec()
        .removeMatchingFromTaints(it -> SLEEPING.equals(it.getKey()))
        .endSpec();
  }

  private static Optional<String> mark(Node node) {
    return Optional.ofNullable(annotations(node).get(MARK));
  }

  private static Map<String, String> annotations(Node node) {
    return Optional.ofNullable(node.getMetadata().getAnnotations()).orElse(Map.of());
  }
}
