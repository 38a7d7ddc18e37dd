package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: each member's highest CPU peak (cores) a day, over the last eight days, and how much
/// of each pool was seen then.
public final class UtilisationHistory implements PeakHistory, ReadModel<UtilisationHistory.Peaks> {
  /// Peaks (cores) by member and day (of UTC, counted from 1970), and what was seen by pool.
  public record Peaks(Map<String, SortedMap<Long, Double>> members, Map<String, Covered> pools) {}

  /// How far back peaks and coverage are told.
  public static final Duration KEPT = Duration.ofDays(8);

  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Map<String, ConcurrentSkipListMap<Long, Double>> peaks = new ConcurrentHashMap<>();
  private final Map<String, Covered> pools = new ConcurrentHashMap<>();

  @Override
  public Optional<Double> peakSince(String member, Instant since) {
    var days = peaks.get(member);
    return days == null
        ? Optional.empty()
        : days.tailMap(day(since)).values().stream().max(Double::compare);
  }

  @Override
  public double coverageSince(PoolId pool, Instant since) {
    return of(pool).share(since);
  }

  /// The end of what is recorded of a pool.
  public Optional<Instant> recordedUntil(PoolId pool) {
    return Optional.of(of(pool).until()).filter(until -> !until.equals(Instant.MIN));
  }

  private Covered of(PoolId pool) {
    return pools.getOrDefault(pool.value(), Covered.NOTHING);
  }

  @Override
  public Peaks remember() {
    var members = new HashMap<String, SortedMap<Long, Double>>();
    peaks.forEach((member, days) -> members.put(member, new TreeMap<>(days)));
    return new Peaks(members, Map.copyOf(pools));
  }

  @Override
  public void recall(Peaks memory) {
    peaks.clear();
    pools.clear();
    pools.putAll(memory.pools());
    memory
        .members()
        .forEach((member, days) -> peaks.put(member, new ConcurrentSkipListMap<>(days)));
  }

  @EventHandler
  public void on(UtilisationRecorded event) {
    pools.merge(event.pool().value(), Covered.NOTHING.with(event), (known, _) -> known.with(event));
    long today = day(event.from());
    long oldest = today - KEPT.toDays();
    for (Sample sample : event.samples()) {
      var days = peaks.computeIfAbsent(sample.member(), _ -> new ConcurrentSkipListMap<>());
      days.merge(today, sample.cpuPeak(), Math::max);
      if (days.firstKey() < oldest) {
        days.headMap(oldest).clear();
      }
    }
  }

  static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), DAY);
  }
}
