package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Restore;
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

  /// How many of them were kept; not there: none.
  public static final String KEPT = "feierabend.dev/kept-replicas";

  /// The last action that took effect.
  public static final String ACTION = "feierabend.dev/action";

  private static final String REPLICAS = "replicas";

  /// `replicas` as they stand in the object's spec: absent means one.
  public static Scaling of(HasMetadata object, Optional<Integer> replicas) {
    return new Scaling(object.getMetadata(), replicas.orElse(1));
  }

  /// What brings it back, where the object says so in a form that can be.
  public Optional<Restore> restore() {
    int kept = number(KEPT).orElse(0);
    return number(RESTORE).filter(all -> all > kept).map(all -> new Restore(all, kept));
  }

  private Optional<Integer> number(String annotation) {
    return Optional.ofNullable(annotations().get(annotation))
        .filter(text -> text.matches("[0-9]{1,7}"))
        .map(Integer::valueOf);
  }

  /// What sleeps in part already keeps what it was before.
  Change sleep(int keep, ActionId action) {
    if (replicas <= keep) {
      return Change.NOTHING;
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    int whole =
        restore().filter(known -> replicas <= known.kept()).map(Restore::replicas).orElse(replicas);
    MergePatch.Builder patch =
        MergePatch.of(metadata)
            .annotate(RESTORE, String.valueOf(whole))
            .annotate(ACTION, action.value())
            .spec(REPLICAS, keep);
    return (keep > 0 ? patch.annotate(KEPT, String.valueOf(keep)) : forgotten(patch)).write();
  }

  /// What somebody scaled beyond what was kept is left alone.
  Change wake(Step.Wake step, ActionId action) {
    int wanted = restore().map(Restore::replicas).orElse(step.replicas());
    int kept = restore().map(Restore::kept).orElse(step.kept());
    if (replicas > kept || wanted <= kept) {
      return Change.NOTHING;
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    return forgotten(MergePatch.of(metadata).unannotate(RESTORE))
        .annotate(ACTION, action.value())
        .spec(REPLICAS, wanted)
        .write();
  }

  private MergePatch.Builder forgotten(MergePatch.Builder patch) {
    return annotations().containsKey(KEPT) ? patch.unannotate(KEPT) : patch;
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
