package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.RecordedLoad.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Bitbrains' form (GWA-T-12 as OpenDC tells it): `id, timestamp, duration, cpu_count, cpu_usage`
/// with the usage in MHz. A machine is fully busy at the `cpu_capacity` that the table of machines
/// beside it names (`x.csv` beside `x-5min.csv.gz`); where there is none, at its own highest usage.
final class Bitbrains {
  private static final int A_WEEK = 7 * RecordedLoad.A_DAY;

  private Bitbrains() {}

  static LoadModel table(Path path) throws IOException {
    Map<String, Double> capacities = capacities(path);
    var series = new ArrayList<Series>();
    usage(path).forEach((id, usage) -> series.add(series(path, id, usage, capacities)));
    return new RecordedLoad(series);
  }

  /// How busy each machine was, 0 to 1, by slot since the epoch.
  static SortedMap<String, NavigableMap<Long, Double>> shares(Path path) throws IOException {
    Map<String, Double> capacities = capacities(path);
    var machines = usage(path);
    machines.forEach((id, usage) -> {
      double full = full(id, usage, capacities);
      usage.replaceAll((_, mhz) -> Math.min(1, mhz / full));
    });
    return machines;
  }

  /// MHz by machine and slot (of five minutes, counted from 1970), gaps left out.
  static SortedMap<String, NavigableMap<Long, Double>> usage(Path path) throws IOException {
    var machines = new TreeMap<String, NavigableMap<Long, Double>>();
    Table.read(
        path,
        List.of("id", "timestamp", "cpu_usage"),
        row ->
            machines
                .computeIfAbsent(row.text("id"), _ -> new TreeMap<>())
                .put(slot(row), row.number("cpu_usage")));
    return machines;
  }

  private static double full(
      String id, NavigableMap<Long, Double> usage, Map<String, Double> capacities) {
    double highest = usage.values().stream().max(Double::compare).orElse(0.0);
    return Math.max(1, capacities.getOrDefault(id, highest));
  }

  private static Map<String, Double> capacities(Path path) throws IOException {
    String name = path.getFileName().toString().replaceFirst("-5min\\.csv(\\.gz)?$", ".csv");
    Path beside = path.resolveSibling(name);
    var capacities = new TreeMap<String, Double>();
    if (!beside.equals(path) && Files.exists(beside)) {
      Table.read(
          beside,
          List.of("id", "cpu_capacity"),
          row -> capacities.put(row.text("id"), row.number("cpu_capacity")));
    }
    return capacities;
  }

  private static long slot(Table.Row row) {
    String text = row.text("timestamp");
    try {
      return Math.floorDiv(Instant.parse(text).getEpochSecond(), LoadModel.SLOT.toSeconds());
    } catch (DateTimeParseException e) {
      throw row.fault("an instant as 2013-08-12T13:40:46.000Z", text, e);
    }
  }

  /// The last whole weeks, of shorter recordings the last whole days; a gap repeats the value
  /// before it.
  private static Series series(
      Path path, String id, NavigableMap<Long, Double> usage, Map<String, Double> capacities) {
    long recorded = usage.lastKey() - usage.firstKey() + 1;
    int whole = recorded >= A_WEEK ? A_WEEK : RecordedLoad.A_DAY;
    int count = (int) (recorded / whole * whole);
    if (count == 0) {
      throw new UnreadableTrace(
          "%s: expected at least a day of the machine %s, found %d values of five minutes"
              .formatted(path, id, recorded));
    }
    double full = full(id, usage, capacities);
    var shares = new Double[count];
    for (long slot = usage.lastKey() - count + 1; slot <= usage.lastKey(); slot++) {
      shares[Math.floorMod(slot, count)] = usage.floorEntry(slot).getValue() / full;
    }
    return new Series(id, List.of(shares));
  }
}
