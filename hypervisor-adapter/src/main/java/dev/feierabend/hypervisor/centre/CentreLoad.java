package dev.feierabend.hypervisor.centre;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How busy a hypervisor's hosts and guests were, pool by pool. Whoever is up should have a load.
public final class CentreLoad implements LoadSource {
  private static final Duration REACH = Duration.ofHours(1);

  private final Centre centre;
  private final Supplier<Snapshot> seen;

  /// @param seen who is up now
  public CentreLoad(Centre centre, Supplier<Snapshot> seen) {
    this.centre = centre;
    this.seen = seen;
  }

  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    Map<String, Sample> samples =
        centre.hypervisor().usage(from, to).stream()
            .collect(toMap(Sample::member, identity(), (one, _) -> one));
    return members(seen.get()).entrySet().stream()
        .map(pool ->
            new PoolLoad(
                pool.getKey(),
                pool.getValue().size(),
                pool.getValue().stream().map(samples::get).filter(Objects::nonNull).toList()))
        .toList();
  }

  private static Map<PoolId, List<String>> members(Snapshot snapshot) {
    var members = new TreeMap<PoolId, List<String>>();
    snapshot.hosts().stream()
        .filter(host -> host.ready())
        .forEach(host ->
            members.computeIfAbsent(host.pool(), _ -> new ArrayList<>()).add(host.id().toString()));
    snapshot.workloads().stream()
        .filter(workload -> workload.ready() > 0)
        .forEach(workload ->
            members
                .computeIfAbsent(workload.pool(), _ -> new ArrayList<>())
                .add(workload.id().value()));
    return members;
  }

  /// As long as the hypervisors keep what they measured, each of them.
  @Override
  public Duration reach() {
    return REACH;
  }
}
