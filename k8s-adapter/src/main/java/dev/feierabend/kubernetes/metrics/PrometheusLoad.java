package dev.feierabend.kubernetes.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Metered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Utilisation as a Prometheus recorded it, of today's members, by the pods that each of them had
/// then. Of an hour before its first reading it tells nothing; a member that had no pods then is
/// none that should have reported.
public final class PrometheusLoad implements LoadSource {
  /// @param step between two readings
  /// @param reach how far back it is asked
  public record Asking(Queries queries, Duration step, Duration reach) {
    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    public Asking {
      if (step.toSeconds() < 1 || step.compareTo(LONGEST_STEP) > 0 || reach.isNegative()) {
        throw new IllegalArgumentException(
            "Expected a step from PT1S to %s and a reach of at least zero but found %s and %s"
                .formatted(LONGEST_STEP, step, reach));
      }
    }
  }

  private final Prometheus prometheus;
  private final Asking asking;
  private final Supplier<List<Metered>> members;
  private final InstantSource clock;

  /// @param members who has a load at this moment
  public PrometheusLoad(
      Prometheus prometheus, Asking asking, Supplier<List<Metered>> members, InstantSource clock) {
    this.prometheus = prometheus;
    this.asking = asking;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public Duration reach() {
    return asking.reach();
  }

  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    var queries = asking.queries();
    var usage =
        Usage.of(
            range(queries.cpu(), from, to),
            range(queries.memory(), from, to),
            range(queries.power(), from, to));
    if (usage.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    var families =
        new Families(
            range(queries.owners(), from, to),
            range(queries.owners(), now.minus(asking.step()), now));
    return members.get().stream()
        .collect(groupingBy(Metered::pool, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(pool -> {
          List<Optional<Sample>> samples = samples(pool.getValue(), usage, families);
          return new PoolLoad(
              pool.getKey(), samples.size(), samples.stream().flatMap(Optional::stream).toList());
        })
        .toList();
  }

  private List<Series> range(String query, Instant from, Instant to) {
    return prometheus.range(query, from, to, asking.step());
  }

  /// One of each that was there; empty where too little is known of it.
  private static List<Optional<Sample>> samples(
      List<Metered> members, Usage usage, Families families) {
    var samples = new ArrayList<Optional<Sample>>();
    for (Metered member : members) {
      boolean node = member.sources().stream().noneMatch(source -> source.contains("/"));
      Collection<String> sources = node ? member.sources() : families.with(member.sources());
      if (!sources.isEmpty()) {
        samples.add(usage.sample(member.member(), sources));
      }
    }
    return samples;
  }
}
