package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: each member's CPU peak (cores) an hour, over the last twelve weeks that it was
/// recorded in: what forecasts are made from. Half precision is enough for that (a two-thousandth),
/// so a member takes 4 KB at most, and ten thousand of them 40 MB. Who hasn't been recorded for as
/// long as that while others were is forgotten.
public final class HourlyPeaks implements ReadModel<HourlyPeaks.Kept> {
  /// By member.
  public record Kept(Map<String, Hours> members) {}

  /// @param first the first hour, counted from 1970
  /// @param peaks its peak and those of the hours after it; see `PeakRing`
  public record Hours(long first, String peaks) {}

  /// How far back peaks are told: weeks further back tell no more of the next.
  public static final Duration KEPT = Duration.ofDays(84);

  /// A day more, so that all that is kept before a day is there until the day is over.
  static final Duration HELD = KEPT.plusDays(1);

  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final Map<String, PeakRing> members = new ConcurrentHashMap<>();
  private long latest = Long.MIN_VALUE;

  /// The first hour of a member's that is kept; empty where there is none before `until`.
  public Optional<Instant> begin(String member, Instant until) {
    return told(member)
        .map(ring -> Instant.ofEpochSecond(ring.oldest() * HOUR))
        .filter(until::isAfter);
  }

  /// The end of the last hour of a member's that is kept; empty where nothing is.
  public Optional<Instant> end(String member) {
    return told(member).map(ring -> Instant.ofEpochSecond((ring.newest() + 1) * HOUR));
  }

  private Optional<PeakRing> told(String member) {
    return Optional.ofNullable(members.get(member)).filter(ring -> !ring.isEmpty());
  }

  /// A member's peaks (cores), hour by hour in [`from`, `until`); not a number where nothing is
  /// recorded.
  public double[] between(String member, Instant from, Instant until) {
    long first = hour(from);
    var peaks = new double[Math.toIntExact(hour(until) - first)];
    PeakRing ring = members.getOrDefault(member, PeakRing.EMPTY);
    for (int place = 0; place < peaks.length; place++) {
      peaks[place] = ring.at(first + place);
    }
    return peaks;
  }

  @Override
  public Kept remember() {
    var kept = new TreeMap<String, Hours>();
    members.forEach((member, ring) -> kept.put(member, ring.hours()));
    return new Kept(kept);
  }

  @Override
  public void recall(Kept memory) {
    members.clear();
    memory.members().forEach((member, hours) -> members.put(member, PeakRing.of(hours)));
    latest = members.values().stream().mapToLong(PeakRing::newest).max().orElse(Long.MIN_VALUE);
  }

  /// What was recorded of a part of an hour counts for the hour, and of several for each of them.
  @EventHandler
  public void on(UtilisationRecorded event) {
    if (!event.from().isBefore(event.to())) {
      return;
    }
    long last = hour(event.to().minusNanos(1));
    long first = Math.max(hour(event.from()), last - HELD.toHours() + 1);
    for (Sample sample : event.samples()) {
      PeakRing ring = members.computeIfAbsent(sample.member(), _ -> new PeakRing());
      for (long hour = first; hour <= last; hour++) {
        ring.note(hour, sample.cpuPeak());
      }
    }
    if (last > latest && !event.samples().isEmpty()) {
      latest = last;
      members.values().removeIf(ring -> ring.newest() <= last - HELD.toHours());
    }
  }

  static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR);
  }
}
