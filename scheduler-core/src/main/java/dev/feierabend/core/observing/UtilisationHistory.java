package dev.feierabend.core.observing;

import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: each member's highest CPU peak (cores) a day, over the last eight days.
public final class UtilisationHistory {
  private static final Duration KEPT = Duration.ofDays(8);
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Map<String, ConcurrentSkipListMap<Long, Double>> peaks = new ConcurrentHashMap<>();

  /// The member's highest peak since `since`, in whole days of UTC; empty where nothing is
  /// recorded.
  public Optional<Double> peakSince(String member, Instant since) {
    var days = peaks.get(member);
    return days == null
        ? Optional.empty()
        : days.tailMap(day(since)).values().stream().max(Double::compare);
  }

  @EventHandler
  void on(UtilisationRecorded event) {
    long today = day(event.from());
    for (Sample sample : event.samples()) {
      var days = peaks.computeIfAbsent(sample.member(), _ -> new ConcurrentSkipListMap<>());
      days.merge(today, sample.cpuPeak(), Math::max);
      days.headMap(today - KEPT.toDays()).clear();
    }
  }

  private static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), DAY);
  }
}
