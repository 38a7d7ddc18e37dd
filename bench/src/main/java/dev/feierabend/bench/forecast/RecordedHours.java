package dev.feierabend.bench.forecast;

import dev.feierabend.core.forecasting.HourlyLoad;
import dev.feierabend.sandbox.load.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Recorded load hour by hour, each hour by its highest five minutes.
final class RecordedHours {
  private static final int SLOTS = 12;
  private static final Duration HOUR = Duration.ofHours(1);

  private RecordedHours() {}

  /// By machine, in MHz.
  static SortedMap<String, HourlyLoad> of(Path table) {
    var loads = new TreeMap<String, HourlyLoad>();
    Traces.usage(table).forEach((machine, usage) -> loads.put(machine, hours(usage)));
    return loads;
  }

  private static HourlyLoad hours(NavigableMap<Long, Double> usage) {
    long first = Math.floorDiv(usage.firstKey(), SLOTS);
    long last = Math.floorDiv(usage.lastKey(), SLOTS);
    var peaks = new double[Math.toIntExact(last - first + 1)];
    Arrays.fill(peaks, Double.NaN);
    usage.forEach((slot, mhz) -> {
      int hour = Math.toIntExact(Math.floorDiv(slot, SLOTS) - first);
      peaks[hour] = Double.isNaN(peaks[hour]) ? mhz : Math.max(peaks[hour], mhz);
    });
    return HourlyLoad.of(Instant.EPOCH.plus(HOUR.multipliedBy(first)), peaks);
  }
}
