package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.planning.FleetPort.Restore;
import java.util.List;
import java.util.Optional;

/// Where on an object we note what we did to it: what brings it back, and which action was the last
/// to take effect. In labels for kinds whose controller copies annotations to what it makes: to
/// those, each note of ours would be one more write, and stay there for good.
public enum Notes {
  ANNOTATIONS,
  LABELS;

  /// The last action that took effect, in full as an annotation, in brief as a label.
  public static final String ACTION = "feierabend.dev/action";

  private static final String METADATA = "metadata";
  private static final List<String> OURS =
      List.of(Mark.NAME, Mark.EARLIER, Mark.EARLIER_KEPT, ACTION);

  public static Optional<String> action(Managed object) {
    return Optional.ofNullable(object.labels().get(ACTION))
        .or(() -> Optional.ofNullable(object.annotations().get(ACTION)));
  }

  /// Whether a label of that name is one of these.
  public static boolean isOurs(String name) {
    return OURS.contains(name);
  }

  /// Whatever was noted before is gone, wherever it stood.
  ///
  /// @param restore what will bring it back; empty where nothing has to
  public void write(ObjectNode object, Optional<Restore> restore, ActionId action) {
    ObjectNode metadata = object.withObjectProperty(METADATA);
    for (String place : List.of("annotations", "labels")) {
      if (metadata.get(place) instanceof ObjectNode notes) {
        notes.remove(OURS);
      }
    }
    switch (this) {
      case ANNOTATIONS -> {
        ObjectNode annotations = metadata.withObjectProperty("annotations");
        restore.map(Mark::of).ifPresent(mark -> annotations.put(Mark.NAME, mark));
        annotations.put(ACTION, action.value());
      }
      case LABELS -> {
        ObjectNode labels = metadata.withObjectProperty("labels");
        restore.ifPresent(it -> mark(metadata, it));
        labels.put(ACTION, action.brief());
      }
    }
  }

  /// What says more than a label can is an annotation after all.
  private static void mark(ObjectNode metadata, Restore restore) {
    ShortMark.of(restore)
        .ifPresentOrElse(
            mark -> metadata.withObjectProperty("labels").put(Mark.NAME, mark),
            () -> metadata.withObjectProperty("annotations").put(Mark.NAME, Mark.of(restore)));
  }
}
