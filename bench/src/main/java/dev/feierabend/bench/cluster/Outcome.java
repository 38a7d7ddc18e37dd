package dev.feierabend.bench.cluster;

import dev.feierabend.bench.cluster.Audit.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one way, to sleep or back, took of one contender, as the API server's log has it.
///
/// @param due the agreed instant; where nothing is agreed, when it began
/// @param objects whose Deployments were to change
record Outcome(Instant due, int objects, List<Request> requests) {
  Outcome {
    requests = List.copyOf(requests);
  }

  /// Deployments that were changed.
  long changed() {
    return accepted().stream().map(it -> it.namespace() + "/" + it.name()).distinct().count();
  }

  /// Of Deployments, accepted or not, for each of them that was changed.
  double writesADeployment() {
    return (double) requests.stream().filter(it -> it.writes() && it.ofDeployment()).count()
        / Math.max(1, changed());
  }

  long otherWrites() {
    return requests.stream().filter(it -> it.writes() && !it.ofDeployment()).count();
  }

  long reads() {
    return requests.stream().filter(it -> !it.writes() && !it.verb().equals("watch")).count();
  }

  /// From the first to the last accepted write.
  double seconds() {
    return first()
        .flatMap(from -> last().map(to -> Duration.between(from, to).toMillis() / 1e3))
        .orElse(0.0);
  }

  double toFirst() {
    return first().map(it -> Duration.between(due, it).toMillis() / 1e3).orElse(Double.NaN);
  }

  double toLast() {
    return last().map(it -> Duration.between(due, it).toMillis() / 1e3).orElse(Double.NaN);
  }

  private Optional<Instant> first() {
    return accepted().stream().map(Request::answered).findFirst();
  }

  private Optional<Instant> last() {
    return accepted().reversed().stream().map(Request::answered).findFirst();
  }

  private List<Request> accepted() {
    return requests.stream()
        .filter(it -> it.writes() && it.accepted() && it.ofDeployment())
        .toList();
  }
}
