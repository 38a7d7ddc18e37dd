package dev.feierabend.kubernetes.workloads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.kubernetes.recipes.Managed;

/// Flux's own way of being told to leave an object alone for a while: an annotation on the object
/// in the cluster. It is used where the object's owner asks for it, in the same write as the sleep
/// and the wake; who set it by hand keeps it.
final class FluxPause {
  /// By it an owner asks, in the manifest.
  static final String ASKED = "feierabend.dev/pause-flux";

  /// That the pause is ours to end.
  static final String OURS = "feierabend.dev/paused-flux";

  static final String RECONCILE = "kustomize.toolkit.fluxcd.io/reconcile";

  private static final String YES = "true";

  private FluxPause() {}

  static void begin(Managed now, ObjectNode to) {
    boolean asked = YES.equals(now.annotations().get(ASKED));
    if (asked && !now.annotations().containsKey(RECONCILE)) {
      annotations(to).put(RECONCILE, "disabled").put(OURS, YES);
    }
  }

  static boolean isOurs(Managed now) {
    return now.annotations().containsKey(OURS);
  }

  static void end(Managed now, ObjectNode to) {
    if (isOurs(now)) {
      annotations(to).remove(RECONCILE);
      annotations(to).remove(OURS);
    }
  }

  private static ObjectNode annotations(ObjectNode object) {
    return object.withObjectProperty("metadata").withObjectProperty("annotations");
  }
}
