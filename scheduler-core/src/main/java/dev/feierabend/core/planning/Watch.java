package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.MeasuredLoad.Reading;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sees where measured load contradicts a schedule: what is busy stays up, and where load rises
/// among what is awake, what sleeps wakes early. It depends on nothing but what was measured in the
/// quiet time, so a restart changes nothing.
///
/// What was measured and no longer is counts as busy, for eight days; what never was, as quiet:
/// without a source of load, agreements alone decide.
public record Watch(Vigilance vigilance, MeasuredLoad load) {
  /// Of nothing.
  public static final Watch NONE = new Watch(Vigilance.USUAL, MeasuredLoad.NONE);

  /// The workloads that stay up, or wake, though they are released, each with its reason.
  public SortedMap<WorkloadId, Reason> against(
      List<Workload> workloads, SortedMap<WorkloadId, Sleeper> released, Instant at) {
    var against = new TreeMap<WorkloadId, Reason>();
    if (released.isEmpty()) {
      return against;
    }
    List<Heard> all = workloads.stream().map(workload -> heard(workload, at)).toList();
    SortedMap<PoolId, Reason> pools = pools(all);
    for (Heard heard : all) {
      Workload workload = heard.workload();
      Sleeper sleeper = released.get(workload.id());
      if (sleeper != null) {
        Optional.ofNullable(pools.get(workload.pool()))
            .or(() -> reason(heard, sleeper.keep(), at))
            .ifPresent(reason -> against.put(workload.id(), reason));
      }
    }
    return against;
  }

  /// What was measured of a workload, and those of it that still speak.
  private record Heard(Workload workload, List<Reading> readings, List<Reading> speaking) {
    double cores() {
      double most = 0;
      for (Reading reading : speaking) {
        most = Math.max(most, reading.cores());
      }
      return most;
    }
  }

  private Heard heard(Workload workload, Instant at) {
    List<Reading> readings = load.of(workload.id());
    var speaking = new ArrayList<Reading>(readings.size());
    for (Reading reading : readings) {
      if (reading.speaks(vigilance.quiet(), at)) {
        speaking.add(reading);
      }
    }
    return new Heard(workload, readings, speaking);
  }

  private Optional<Reason> reason(Heard heard, int keep, Instant at) {
    Workload workload = heard.workload();
    List<Reading> readings = heard.readings();
    if (readings.isEmpty() || !readings.getLast().to().plus(Vigilance.FORGOTTEN).isAfter(at)) {
      return Optional.empty();
    }
    if (heard.speaking().isEmpty()) {
      return workload.asleep() ? Optional.empty() : Optional.of(unknown(workload, readings));
    }
    double cores = heard.cores();
    if (keep > 0 && share(cores, workload, keep) >= vigilance.kept()) {
      return Optional.of(busy(workload, share(cores, workload, keep), vigilance.kept()));
    }
    double share = share(cores, workload, workload.whole());
    return !workload.asleep() && share >= vigilance.workload()
        ? Optional.of(busy(workload, share, vigilance.workload()))
        : Optional.empty();
  }

  private static double share(double cores, Workload workload, int replicas) {
    double size = workload.size().cores() * Math.max(1, replicas);
    return size > 0 ? cores / size : 0;
  }

  private static Reason unknown(Workload workload, List<Reading> readings) {
    return new Reason.Doubt(
        "%s, load measured until %s".formatted(workload.id(), readings.getLast().to()));
  }

  private Reason busy(Workload workload, double share, double from) {
    return new Reason.Busy(
        workload.id(), Vigilance.percent(share), Vigilance.percent(from), minutes());
  }

  private int minutes() {
    return (int) vigilance.quiet().toMinutes();
  }

  /// Those of which so much was used, interval by interval, that nothing of them sleeps.
  private SortedMap<PoolId, Reason> pools(List<Heard> all) {
    var uses = new TreeMap<PoolId, Use>();
    for (Heard heard : all) {
      uses.computeIfAbsent(heard.workload().pool(), _ -> new Use()).add(heard);
    }
    var surging = new TreeMap<PoolId, Reason>();
    uses.forEach((pool, use) -> {
      if (use.most() > 0 && use.share() >= vigilance.pool()) {
        surging.put(pool, surge(pool, use.share()));
      }
    });
    return surging;
  }

  /// An hour and its last five minutes end at once, and are measured apart.
  private record Interval(Instant from, Instant to) {}

  /// What a pool used, by interval, and all it has.
  private static final class Use {
    private final Map<Interval, Double> cores = new HashMap<>();
    private double whole;

    void add(Heard heard) {
      whole += heard.workload().size().cores() * Math.max(1, heard.workload().whole());
      heard
          .speaking()
          .forEach(it -> cores.merge(new Interval(it.from(), it.to()), it.cores(), Double::sum));
    }

    double most() {
      return cores.values().stream().mapToDouble(it -> it).max().orElse(0);
    }

    double share() {
      return most() / Math.max(Double.MIN_NORMAL, whole);
    }
  }

  private Reason surge(PoolId pool, double share) {
    return new Reason.Surge(
        pool, Vigilance.percent(share), Vigilance.percent(vigilance.pool()), minutes());
  }
}
