package dev.feierabend.core.waking;

import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// When a host has to begin.
///
/// @param agreed when what needs it begins to wake; it begins then in any case
/// @param latest reckoned back from when it is needed
public record Departure(Waiting waiting, Instant agreed, Instant latest) {
  /// How long it takes, while hosts boot, until it is seen that one is done.
  private static final Duration LOOK = Duration.ofMinutes(1);

  /// @param agreed by host
  public static List<Departure> of(
      Collection<Waiting> waiting, Map<MachineId, Instant> agreed, Waves waves) {
    SortedMap<MachineId, Instant> latest = waves.latest(waiting, LOOK);
    return waiting.stream()
        .map(it ->
            new Departure(
                it,
                agreed.getOrDefault(it.host(), it.needed()),
                latest.getOrDefault(it.host(), it.needed())))
        .toList();
  }

  /// Whether it has to begin before all others do, and by `instant`.
  public boolean isAheadBy(Instant instant) {
    return latest.isBefore(agreed) && !latest.isAfter(instant);
  }
}
