package dev.feierabend.app.demo;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.EnergyMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up what nodes use from one look to the next. Played pods use nothing, so a share of what
/// they ask for is taken for their load.
final class NightMeter {
  /// Of the CPU that is asked for, as town halls' clusters are found.
  private static final double USED = 0.35;

  private final EnergyMeter meter = new EnergyMeter();
  private final SortedMap<Instant, Integer> hostsOn = new TreeMap<>();
  private Optional<Snapshot> last = Optional.empty();

  void look(Snapshot seen) {
    last.ifPresent(before -> add(before, Duration.between(before.at(), seen.at()).toNanos() / 1e9));
    last = Optional.of(seen);
    int on = (int) seen.hosts().stream().filter(host -> host.power() == Power.ON).count();
    hostsOn.put(seen.at().truncatedTo(ChronoUnit.HOURS), on);
  }

  EnergyMeter energy() {
    return meter;
  }

  /// At the end of each hour.
  List<Integer> hostsOn() {
    return List.copyOf(hostsOn.values());
  }

  private void add(Snapshot seen, double seconds) {
    Map<MachineId, Double> busy = new HashMap<>();
    double wanted = 0;
    for (Workload workload : seen.workloads()) {
      double cores = workload.size().cores() * USED;
      workload.on().forEach(host -> busy.merge(host, cores, Double::sum));
      wanted += cores * workload.whole();
    }
    double everything = seen.hosts().stream().mapToDouble(host -> host.capacity().cores()).sum();
    for (Host host : seen.hosts()) {
      boolean boots = host.power() == Power.ON && !host.ready();
      double watts = watts(host, busy.getOrDefault(host.id(), 0.0));
      double share = wanted / everything;
      meter.add(seconds, watts, host.energy().curve().at(share).value(), boots ? watts : 0);
    }
  }

  private static double watts(Host host, double cores) {
    if (host.power() == Power.OFF) {
      return host.energy().standbyWatts();
    }
    return host.ready()
        ? host.energy().curve().at(cores / host.capacity().cores()).value()
        : host.energy().bootWatts();
  }
}
