package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// What an object as it is now needs so that an action takes effect on it.
public sealed interface Change {
  Change NOTHING = new Nothing();

  /// It is as the action wants it.
  record Nothing() implements Change {}

  record Write(MergePatch patch) implements Change {}

  /// Somebody else changed it; it is left as it is.
  record Leave(String because) implements Change {}

  /// Reads the object, decides, and writes at most once.
  static <T extends HasMetadata> Answer apply(
      String what, KubernetesClient client, Resource<T> resource, Function<T, Change> decide) {
    return apply(what, client, resource, Optional.empty(), decide);
  }

  /// The same, but without reading it first where it was seen. A write applies to the version seen
  /// alone; where the object isn't that any more, it is read after all.
  ///
  /// @param seen what is good enough to decide by
  static <T extends HasMetadata> Answer apply(
      String what,
      KubernetesClient client,
      Resource<T> resource,
      Optional<T> seen,
      Function<T, Change> decide) {
    var untried = new AtomicReference<>(seen);
    return Asking.of(
        what,
        () ->
            untried
                .getAndSet(Optional.empty())
                .or(() -> Optional.ofNullable(resource.get()))
                .map(now -> decide.apply(now).on(client.resource(named(now))))
                .orElseGet(() -> new Answer.Refused(what + ": it is not in the cluster")));
  }

  /// The client tells where a generic object belongs by its class.
  private static HasMetadata named(HasMetadata object) {
    return object instanceof TreeResource it ? it.bare() : object;
  }

  private Answer on(Resource<?> resource) {
    return switch (this) {
      case Nothing _ -> Answer.DONE;
      case Leave(var because) -> new Answer.Refused(because);
      case Write(var patch) -> {
        resource.patch(PatchContext.of(PatchType.JSON_MERGE), patch.json());
        yield Answer.DONE;
      }
    };
  }
}
