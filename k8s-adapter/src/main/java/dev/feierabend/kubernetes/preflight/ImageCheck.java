package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import java.util.stream.Stream;

/// Images that a pod on another node might not get in the morning. Which pull secrets there are we
/// don't read; the kubelet says which it misses.
record ImageCheck(Sleeping sleeping) {
  /// The kubelet's word for a pull secret that isn't there.
  static final String SECRET_MISSING = "FailedToRetrieveImagePullSecret";

  List<Trouble> of(List<PodImage> images, List<Event> events) {
    List<PodImage> ours =
        images.stream().filter(it -> sleeping.namespaces().contains(it.namespace())).toList();
    Stream<Trouble> local =
        ours.stream()
            .filter(PodImage::local)
            .map(it -> Trouble.of(Kind.IMAGE_LOCAL, it.image(), it.namespace()));
    Stream<Trouble> unpulled =
        ours.stream()
            .flatMap(it ->
                it.waiting().stream()
                    .map(why -> Trouble.of(Kind.IMAGE_UNPULLED, it.image(), it.place(), why)));
    Stream<Trouble> secrets = events.stream().filter(this::missing).map(ImageCheck::secret);
    return Stream.of(local, unpulled, secrets).flatMap(it -> it).distinct().toList();
  }

  private boolean missing(Event event) {
    return SECRET_MISSING.equals(event.getReason())
        && sleeping.namespaces().contains(event.getInvolvedObject().getNamespace());
  }

  private static Trouble secret(Event event) {
    var pod = event.getInvolvedObject();
    return Trouble.of(
        Kind.IMAGE_SECRET,
        "%s/%s".formatted(pod.getNamespace(), pod.getName()),
        String.valueOf(event.getMessage()));
  }
}
