package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How fast a pool's hosts are taken out of service: at most so many within any hour. A mistake
/// then costs a few hosts before somebody sees it. Bringing hosts back knows no pace.
///
/// @param hostsPerHour pools that aren't among them have none
public record Pace(SortedMap<PoolId, Integer> hostsPerHour) {
  public static final Pace FREE = new Pace(new TreeMap<>());

  private static final Duration HOUR = Duration.ofHours(1);

  public Pace {
    hostsPerHour = Collections.unmodifiableSortedMap(new TreeMap<>(hostsPerHour));
  }

  /// As the fleet's document says.
  public static Pace of(Fleet fleet) {
    var paces = new TreeMap<PoolId, Integer>();
    for (Pool pool : fleet.pools()) {
      pool.hostsPerHour().ifPresent(pace -> paces.put(pool.id(), pace));
    }
    return new Pace(paces);
  }

  /// Those of `steps` that may begin at `at`, as they stand.
  List<Step> among(List<Step> steps, Snapshot fleet, Actions actions, Instant at) {
    if (hostsPerHour.isEmpty()) {
      return steps;
    }
    Map<MachineId, PoolId> pools =
        fleet.hosts().stream().collect(Collectors.toMap(Host::id, Host::pool));
    var places = new TreeMap<>(hostsPerHour);
    for (MachineId host : actions.cordoned(at.minus(HOUR))) {
      Optional.ofNullable(pools.get(host)).ifPresent(pool -> take(places, pool));
    }
    return steps.stream().filter(step -> begins(step, pools, places)).toList();
  }

  private static boolean begins(
      Step step, Map<MachineId, PoolId> pools, SortedMap<PoolId, Integer> places) {
    return switch (step) {
      case Step.Cordon(var host) ->
          Optional.ofNullable(pools.get(host)).filter(pool -> !take(places, pool)).isEmpty();
      case Step.OnHost _, Step.OnWorkload _ -> true;
    };
  }

  /// False where none is left.
  private static boolean take(SortedMap<PoolId, Integer> places, PoolId pool) {
    Integer left = places.computeIfPresent(pool, (_, free) -> free - 1);
    return left == null || left >= 0;
  }
}
