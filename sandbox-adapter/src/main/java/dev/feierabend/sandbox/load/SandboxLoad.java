package dev.feierabend.sandbox.load;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.LoadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The sandbox's measurements of an interval that has just ended: of each guest that is up, and of
/// each host, with its watts, what its guests come to. Who is where is taken as it is now.
public final class SandboxLoad implements LoadSource {
  private final Map<WorkloadId, Guest> guests = new TreeMap<>();
  private final FleetPort fleet;
  private final LoadModel load;

  public SandboxLoad(Fleet document, FleetPort fleet, LoadModel load) {
    document
        .hosts()
        .forEach(host ->
            host.guests()
                .forEach(guest -> guests.put(new WorkloadId("guest/" + guest.id()), guest)));
    this.fleet = fleet;
    this.load = load;
  }

  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    Snapshot seen = fleet.observe();
    var pools = new TreeMap<PoolId, List<Sample>>();
    seen.workloads().forEach(w -> pools.computeIfAbsent(w.pool(), _ -> new ArrayList<>()));
    for (Host host : seen.hosts()) {
      var all = Usage.idle(from, to);
      for (Workload workload : up(seen, host)) {
        Guest guest = guests.get(workload.id());
        if (guest != null) {
          var usage = Usage.of(guest, load, from, to);
          all = all.plus(usage);
          pools
              .computeIfAbsent(workload.pool(), _ -> new ArrayList<>())
              .add(sample(workload.id().value(), usage, Optional.empty()));
        }
      }
      Optional<Double> watts = Optional.of(rounded(all.mean(cores -> watts(host, cores))));
      pools
          .computeIfAbsent(host.pool(), _ -> new ArrayList<>())
          .add(sample(host.id().toString(), all, watts));
    }
    return pools.entrySet().stream()
        .map(pool -> new PoolLoad(pool.getKey(), pool.getValue().size(), pool.getValue()))
        .toList();
  }

  private static List<Workload> up(Snapshot seen, Host host) {
    return seen.workloads().stream()
        .filter(workload -> workload.ready() > 0 && workload.on().contains(host.id()))
        .toList();
  }

  private static double watts(Host host, double cores) {
    if (host.power() == Power.OFF) {
      return host.energy().standbyWatts();
    }
    return host.ready()
        ? host.energy().curve().at(cores / host.capacity().cores()).value()
        : host.energy().bootWatts();
  }

  private static Sample sample(String member, Usage usage, Optional<Double> watts) {
    return new Sample(
        member,
        rounded(usage.mean(cores -> cores)),
        rounded(usage.peak()),
        usage.memoryMiB(),
        watts);
  }

  /// A thousandth is precise enough to keep for good.
  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
