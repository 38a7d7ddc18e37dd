package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Name and version of an object and what is asked of it; the object itself until somebody asks.
final class Gist<G> {
  private static final Logger LOG = LoggerFactory.getLogger(Gist.class);

  private final GenericKubernetesResource bare;
  private final Function<GenericKubernetesResource, G> reading;
  private @Nullable GenericKubernetesResource object;
  private Optional<G> read = Optional.empty();

  /// @param bare its name and version
  /// @param reading what is asked of it
  Gist(
      GenericKubernetesResource bare,
      GenericKubernetesResource object,
      Function<GenericKubernetesResource, G> reading) {
    this.bare = bare;
    this.object = object;
    this.reading = reading;
  }

  GenericKubernetesResource bare() {
    return bare;
  }

  /// Empty for what can't be read: it is not seen, but all others are.
  synchronized Optional<G> read() {
    if (object != null) {
      read = read(object);
      object = null;
    }
    return read;
  }

  private Optional<G> read(GenericKubernetesResource told) {
    try {
      return Optional.of(reading.apply(told));
    } catch (IllegalArgumentException e) {
      var metadata = bare.getMetadata();
      LOG.error(
          "{} {}/{} can't be read and is left as it is: {}",
          bare.getKind(),
          metadata.getNamespace(),
          metadata.getName(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
