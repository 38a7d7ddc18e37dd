package dev.feierabend.kubernetes.client;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

/// What may be many is listed by pages: a list of all pods at once would need the memory of a large
/// cluster whole, here and at the API server.
public final class Pages {
  /// Objects a page.
  public static final long SIZE = 500;

  private Pages() {}

  /// Watches what it listed before, once it is started. Tries again after every failure; without
  /// this it would give up silently.
  public static <T extends HasMetadata> SharedIndexInformer<T> informer(Informable<T> objects) {
    return objects.withLimit(SIZE).runnableInformer(0).exceptionHandler((_, _) -> true);
  }
}
