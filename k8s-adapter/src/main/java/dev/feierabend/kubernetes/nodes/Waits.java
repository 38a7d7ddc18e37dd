package dev.feierabend.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which pods were refused their eviction, since when and why, and when each is asked for again:
/// the longer it was refused, the later.
final class Waits {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private record Wait(Instant since, Instant again, Duration pause, String because) {}

  private final Map<String, Wait> byUid = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Waits(InstantSource clock) {
    this.clock = clock;
  }

  /// False while the pause after a refusal lasts.
  boolean due(Pod pod) {
    return of(pod).filter(wait -> clock.instant().isBefore(wait.again())).isEmpty();
  }

  void refused(Pod pod, String because) {
    Instant now = clock.instant();
    byUid.values().removeIf(wait -> wait.again().plus(FORGOTTEN).isBefore(now));
    Duration pause =
        of(pod).map(wait -> shorter(wait.pause().multipliedBy(2), LONGEST)).orElse(SHORTEST);
    Instant since = of(pod).map(Wait::since).orElse(now);
    byUid.put(pod.getMetadata().getUid(), new Wait(since, now.plus(pause), pause, because));
  }

  void over(Pod pod) {
    byUid.remove(pod.getMetadata().getUid());
  }

  /// How long a pod has waited and for what; empty where it doesn't wait.
  Optional<String> said(Pod pod) {
    return of(pod)
        .map(wait ->
            "%s has waited %d min: %s"
                .formatted(
                    NodePods.name(pod),
                    Duration.between(wait.since(), clock.instant()).toMinutes(),
                    wait.because()));
  }

  private Optional<Wait> of(Pod pod) {
    @Nullable Wait wait = byUid.get(pod.getMetadata().getUid());
    return Optional.ofNullable(wait);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
