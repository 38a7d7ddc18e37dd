package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.client.MergePatch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;

/// Which change puts a workload to sleep or wakes it. What it had before it slept stands on the
/// object itself, so that it can be restored without the journal.
///
/// @param replicas how many are wanted now
public record Scaling(ObjectMeta metadata, int replicas) {
  /// How many replicas there were before the sleep; only on what we put to sleep.
  public static final String RESTORE = "feierabend.dev/restore-replicas";

  /// The last action that took effect.
  public static final String ACTION = "feierabend.dev/action";

  private static final String REPLICAS = "replicas";

  /// `replicas` as they stand in the object's spec: absent means one.
  public static Scaling of(HasMetadata object, Optional<Integer> replicas) {
    return new Scaling(object.getMetadata(), replicas.orElse(1));
  }

  /// How many replicas to bring back, where the object says so in a form that can be.
  public Optional<Integer> restore() {
    return Optional.ofNullable(annotations().get(RESTORE))
        .filter(text -> text.matches("[1-9][0-9]{0,6}"))
        .map(Integer::valueOf);
  }

  Change sleep(ActionId action) {
    if (replicas == 0) {
      return Change.NOTHING;
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    return MergePatch.of(metadata)
        .annotate(RESTORE, String.valueOf(replicas))
        .annotate(ACTION, action.value())
        .spec(REPLICAS, 0)
        .write();
  }

  Change wake(int recorded, ActionId action) {
    int wanted = restore().orElse(recorded);
    if (replicas > 0 || wanted <= 0) {
      return Change.NOTHING;
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    return MergePatch.of(metadata)
        .unannotate(RESTORE)
        .annotate(ACTION, action.value())
        .spec(REPLICAS, wanted)
        .write();
  }

  private boolean took(ActionId action) {
    return action.value().equals(annotations().get(ACTION));
  }

  private String changedSince(ActionId action) {
    return "Expected %s/%s as %s left it, but somebody scaled it to %d since"
        .formatted(metadata.getNamespace(), metadata.getName(), action, replicas);
  }

  private Map<String, String> annotations() {
    return Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of());
  }
}
