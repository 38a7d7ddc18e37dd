package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.fleet.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is recorded of one host in a period. It counts as off from when that was seen until it was
/// told to start, unless a load is recorded of an interval in all of which it would have been off:
/// then it was on. What was metered is taken whatever the host did.
final class HostLedger {
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double WATTS_A_KILOWATT = 1000;

  /// What was used on the average of an interval.
  private record Load(Instant from, Instant until, Sample sample) {}

  private final Host host;
  private final NavigableMap<Instant, Load> loads = new TreeMap<>();
  private final NavigableMap<Instant, Instant> off = new TreeMap<>();
  private final NavigableMap<Instant, Instant> boots = new TreeMap<>();
  private @Nullable Instant offSince;

  HostLedger(Host host) {
    this.host = host;
  }

  void load(Instant from, Instant until, Sample sample) {
    loads.put(from, new Load(from, until, sample));
  }

  void seenOff(Instant at) {
    offSince = Optional.ofNullable(offSince).orElse(at);
  }

  void toldToStart(Instant at) {
    if (offSince != null) {
      boots.put(at, at.plus(host.electricity().boot()));
    }
    seenOn(at);
  }

  void seenOn(Instant at) {
    if (offSince != null) {
      off.put(offSince, at);
      offSince = null;
    }
  }

  /// Sums up from `from` until `until`.
  HostEnergy account(Instant from, Instant until, Method method) {
    if (offSince != null) {
      off.put(offSince, until);
    }
    var sums = new Sums();
    Instant begin = from;
    for (Instant end : edges(from, until)) {
      add(begin, end, sums);
      begin = end;
    }
    return sums.account(method);
  }

  /// The share of its cores that was used around `at`, 0 to 1.
  Optional<Double> utilisationAt(Instant at) {
    return loadAt(at).map(this::utilisation);
  }

  boolean inUseAt(Instant at) {
    return !isOff(at);
  }

  private SortedSet<Instant> edges(Instant from, Instant until) {
    var edges = new TreeSet<Instant>();
    loads.forEach((begin, load) -> {
      edges.add(begin);
      edges.add(load.until());
    });
    for (Map<Instant, Instant> spans : List.of(off, boots)) {
      spans.forEach((begin, end) -> {
        edges.add(begin);
        edges.add(end);
      });
    }
    edges.add(until);
    return new TreeSet<>(edges.subSet(from, false, until, true));
  }

  private void add(Instant begin, Instant end, Sums sums) {
    double hours = Duration.between(begin, end).toMillis() / 1000.0 / SECONDS_AN_HOUR;
    Instant middle = begin.plus(Duration.between(begin, end).dividedBy(2));
    Optional<Load> load = loadAt(middle);
    if (covers(boots, middle)) {
      sums.boot(hours, boots.containsKey(begin), load);
    } else if (isOff(middle)) {
      sums.off(hours, load);
    } else {
      load.ifPresentOrElse(it -> sums.on(hours, it), () -> sums.unknown(hours));
    }
  }

  private Optional<Load> loadAt(Instant at) {
    return Optional.ofNullable(loads.lowerEntry(at))
        .map(Map.Entry::getValue)
        .filter(load -> load.until().isAfter(at));
  }

  private double utilisation(Load load) {
    return load.sample().cpuMean() / host.capacity().cores();
  }

  private boolean isOff(Instant at) {
    return covers(off, at) && loadAt(at).filter(this::saysOn).isEmpty();
  }

  private boolean saysOn(Load load) {
    return load.sample().cpuMean() > 0
        && Optional.ofNullable(off.floorEntry(load.from()))
            .filter(span -> !span.getValue().isBefore(load.until()))
            .isPresent();
  }

  /// True where the host went off or on in the interval.
  private boolean isMixed(Load load) {
    return Stream.of(off, boots)
        .anyMatch(spans ->
            Optional.ofNullable(spans.lowerEntry(load.until()))
                .filter(span -> span.getValue().isAfter(load.from()))
                .isPresent());
  }

  private static boolean covers(NavigableMap<Instant, Instant> spans, Instant at) {
    return Optional.ofNullable(spans.floorEntry(at))
        .filter(span -> span.getValue().isAfter(at))
        .isPresent();
  }

  /// Watt hours and hours so far.
  private final class Sums {
    private final Electricity electricity = host.electricity();
    private final double idleWatts = electricity.curve().at(0).value();
    private double byCurve;
    private double metered;
    private double bounds;
    private double on;
    private double idle;
    private double slept;
    private double booted;
    private double gross;
    private double hoursOn;
    private double hoursOff;
    private double hoursUnknown;
    private int switchedOn;

    /// A meter's average over an interval in which it wasn't always on says nothing of when it was.
    void on(double hours, Load load) {
      double watts = electricity.curve().at(utilisation(load)).value();
      take(hours, watts, Optional.of(load));
      double running = load.sample().watts().filter(_ -> !isMixed(load)).orElse(watts);
      on += running * hours;
      idle += idleWatts * hours;
      hoursOn += hours;
    }

    void off(double hours, Optional<Load> load) {
      take(hours, electricity.standbyWatts(), load);
      slept += (idleWatts - electricity.standbyWatts()) * hours;
      gross += idleWatts * hours;
      hoursOff += hours;
    }

    /// A boot that began before the period took its switching there.
    void boot(double hours, boolean begins, Optional<Load> load) {
      take(hours, electricity.bootWatts(), load);
      booted += (electricity.bootWatts() - idleWatts) * hours;
      gross += electricity.bootWatts() * hours;
      hoursOn += hours;
      switchedOn += begins ? 1 : 0;
    }

    /// Somewhere between idle and peak.
    void unknown(double hours) {
      double peak = electricity.curve().at(1).value();
      take(hours, (idleWatts + peak) / 2, Optional.empty());
      bounds += (peak - idleWatts) * hours;
      hoursUnknown += hours;
    }

    private void take(double hours, double watts, Optional<Load> load) {
      Optional<Double> meter = load.flatMap(it -> it.sample().watts());
      if (meter.isPresent()) {
        metered += meter.get() * hours;
      } else {
        byCurve += watts * hours;
      }
    }

    /// Within one host an error of its curve is the same in every hour, so it adds up.
    HostEnergy account(Method method) {
      double known = Math.hypot(byCurve * method.curve(), metered * method.meter());
      var taken =
          new Estimate(byCurve + metered, Math.hypot(known, bounds * Method.BETWEEN_BOUNDS));
      var saved = new Estimate(slept - booted, gross * method.curve());
      return new HostEnergy(
          host.id(),
          host.name(),
          taken.times(1 / WATTS_A_KILOWATT),
          saved.times(1 / WATTS_A_KILOWATT),
          on / WATTS_A_KILOWATT,
          idle / WATTS_A_KILOWATT,
          hoursOn,
          hoursOff,
          hoursUnknown,
          switchedOn);
    }
  }
}
