package dev.feierabend.kubernetes.metrics;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.kubernetes.fleet.Metered;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The metrics API (`metrics.k8s.io`). It knows only the last few seconds, so it is to be asked at
/// the end of each interval, and once for all intervals that end then; where it doesn't answer, its
/// share of the samples is missing.
public final class MetricsLoad implements LoadSource {
  private final KubernetesClient client;
  private final Supplier<List<Metered>> members;
  private Instant asked = Instant.MIN;
  private List<Reading> answered = List.of();

  /// @param members who has a load at this moment
  public MetricsLoad(KubernetesClient client, Supplier<List<Metered>> members) {
    this.client = client;
    this.members = members;
  }

  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    List<Reading> readings = at(to).stream().filter(reading -> reading.touches(from, to)).toList();
    return Loads.of(readings).pools(members.get());
  }

  /// An hour and its last five minutes end at once.
  private synchronized List<Reading> at(Instant end) {
    if (!end.equals(asked) || answered.isEmpty()) {
      Stream<Reading> pods = read(() -> client.top().pods().metrics().getItems(), Reading::of);
      Stream<Reading> nodes = read(() -> client.top().nodes().metrics().getItems(), Reading::of);
      answered = Stream.concat(pods, nodes).toList();
      asked = end;
    }
    return answered;
  }

  private static <T> Stream<Reading> read(
      Supplier<List<T>> list, Function<T, Optional<Reading>> reading) {
    try {
      return list.get().stream().flatMap(it -> reading.apply(it).stream());
    } catch (KubernetesClientException _) {
      return Stream.empty();
    }
  }
}
