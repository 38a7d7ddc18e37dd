package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.core.acting.Answer.DONE;

import dev.feierabend.core.acting.Answer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Empties a node: evicts what can go now, and says what stays and why. Of very many pods it evicts
/// as many as there is time for, and the others when it is asked again. Nothing is ever deleted by
/// force: a pod that doesn't end holds its node until that is seen off.
final class Emptying {
  /// So many of what stays are told, which is enough to begin with.
  private static final int TOLD = 3;

  /// After this no further eviction begins, so that the answer comes while it is waited for.
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final NodePods pods;
  private final Evictions evictions;
  private final InstantSource clock;

  Emptying(KubernetesClient client, InstantSource clock) {
    pods = new NodePods(client);
    evictions = new Evictions(client, clock);
    this.clock = clock;
  }

  /// @param obstacle is told what still holds the node
  Answer of(String node, Consumer<Optional<String>> obstacle) {
    List<Pod> there = pods.on(node);
    Optional<String> forbidden = there.stream().flatMap(Emptying::forbidden).findFirst();
    if (forbidden.isPresent()) {
      return new Answer.Refused("drain of node %s: %s".formatted(node, forbidden.get()));
    }
    Instant end = clock.instant().plus(LONGEST);
    Answer answer =
        there.stream()
            .filter(pod -> Eviction.of(pod).equals(Eviction.POSSIBLE))
            .takeWhile(_ -> clock.instant().isBefore(end))
            .map(evictions::evict)
            .reduce(DONE, (worst, next) -> worst.equals(DONE) ? next : worst);
    obstacle.accept(obstacle(there));
    return answer;
  }

  private Optional<String> obstacle(List<Pod> there) {
    List<String> all =
        there.stream()
            .filter(Eviction::holds)
            .flatMap(pod -> leaving(pod).or(() -> evictions.waiting(pod)).stream())
            .toList();
    return Optional.of(all.stream().limit(TOLD).collect(Collectors.joining(", ")))
        .filter(said -> !said.isEmpty())
        .map(
            said -> all.size() > TOLD ? "%s and %d more".formatted(said, all.size() - TOLD) : said);
  }

  private static Optional<String> leaving(Pod pod) {
    var metadata = pod.getMetadata();
    List<String> finalizers = Optional.ofNullable(metadata.getFinalizers()).orElse(List.of());
    return Optional.ofNullable(metadata.getDeletionTimestamp())
        .map(since ->
            "%s has been on its way out since %s".formatted(NodePods.name(pod), since)
                + (finalizers.isEmpty() ? "" : ", kept by " + String.join(", ", finalizers)));
  }

  private static Stream<String> forbidden(Pod pod) {
    return switch (Eviction.of(pod)) {
      case Eviction.Forbidden(var because) -> Stream.of(because);
      case Eviction.NotNeeded _, Eviction.Possible _ -> Stream.empty();
    };
  }
}
