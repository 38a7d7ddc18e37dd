package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.observing.Sample;
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

  /// Whoever is off still is so until then.
  void ends(Instant at) {
    if (offSince != null) {
      off.put(offSince, at);
    }
  }

  /// Sums up from `from` until `until`.
  HostEnergy account(Instant from, Instant until, Method method) {
    var sums = new HostSums(host);
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

  private void add(Instant begin, Instant end, HostSums sums) {
    double hours = Duration.between(begin, end).toMillis() / 1000.0 / SECONDS_AN_HOUR;
    Instant middle = begin.plus(Duration.between(begin, end).dividedBy(2));
    Optional<Load> load = loadAt(middle);
    Optional<Double> meter = load.flatMap(it -> it.sample().watts());
    if (covers(boots, middle)) {
      sums.boot(hours, boots.containsKey(begin), meter);
    } else if (isOff(middle)) {
      sums.off(hours, meter);
    } else {
      load.ifPresentOrElse(
          it -> sums.on(hours, utilisation(it), meter, isMixed(it)), () -> sums.unknown(hours));
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
}
