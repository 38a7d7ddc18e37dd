package dev.feierabend.kubernetes.metrics;

import dev.feierabend.kubernetes.metrics.Series.Owned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which pods were replicas of the same, in an hour that may be long past: those that the same
/// object stands above, the Deployment above ReplicaSets, the CronJob above Jobs.
final class Families {
  /// A pod that was seen less often may have come and gone between two readings.
  private static final int POINTS = 2;

  private static final int HIGHEST = 4;

  private final Map<Owned, Owned> controllers = new HashMap<>();
  private final Map<Owned, Set<String>> there = new HashMap<>();
  private final boolean known;

  /// @param then what was owned in that hour
  /// @param now what is owned at this moment, by which its members are known
  Families(List<Series> then, List<Series> now) {
    now.forEach(this::learn);
    then.forEach(this::learn);
    known = !then.isEmpty();
    for (Series series : then) {
      if (series.points().size() >= POINTS) {
        series
            .owned()
            .ifPresent(owned ->
                owned
                    .pod()
                    .ifPresent(
                        pod -> there.computeIfAbsent(head(owned), _ -> new TreeSet<>()).add(pod)));
      }
    }
  }

  private void learn(Series series) {
    series
        .owned()
        .ifPresent(owned -> series.controller().ifPresent(it -> controllers.put(owned, it)));
  }

  /// The pods of that hour that belong with pods of today; today's own where it isn't known.
  Set<String> with(List<String> pods) {
    if (!known) {
      return new TreeSet<>(pods);
    }
    var all = new TreeSet<String>();
    pods.forEach(pod ->
        owned(pod)
            .map(this::head)
            .flatMap(head -> Optional.ofNullable(there.get(head)))
            .ifPresent(all::addAll));
    return all;
  }

  private static Optional<Owned> owned(String pod) {
    String[] parts = pod.split("/", 2);
    return parts.length == 2 ? Optional.of(new Owned(parts[0], "pod", parts[1])) : Optional.empty();
  }

  private Owned head(Owned owned) {
    Owned head = owned;
    for (int height = 0; height < HIGHEST; height++) {
      Owned above = controllers.get(head);
      if (above == null) {
        return head;
      }
      head = above;
    }
    return head;
  }
}
