package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.Recording.Series;
import dev.feierabend.sandbox.load.Recording.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;

/// Opens recorded load at its own times, by its form: a PlanetLab day (which has no date, so it
/// repeats), a Bitbrains table, an answer of Prometheus to a range query.
public final class Recordings {
  private static final int MOST_SLOTS = 20 * 366 * RecordedLoad.A_DAY;

  private Recordings() {}

  /// @throws UnreadableTrace where nothing of these forms is there
  public static Recording open(Path path) {
    String name = path.getFileName().toString();
    try {
      if (Traces.isPlanetLab(path)) {
        return planetLab(path);
      }
      if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
        return absolute(path.toString(), Bitbrains.shares(path), Unit.SHARES);
      }
      if (name.endsWith(".json")) {
        return absolute(path.toString(), PrometheusExport.cores(path), Unit.CORES);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableTrace("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
    throw new UnreadableTrace(
        "Expected a PlanetLab folder, its .tar.xz, a Bitbrains .csv or .csv.gz, or a Prometheus "
            + ".json but found "
            + path);
  }

  private static Recording planetLab(Path day) throws IOException {
    var all = new ArrayList<Series>();
    for (RecordedLoad.Series one : PlanetLab.machines(day).values()) {
      Series series = Series.unknown(one.name(), one.shares().size());
      for (int slot = 0; slot < one.shares().size(); slot++) {
        series.put(slot, one.shares().get(slot));
      }
      all.add(series);
    }
    return new Recording(Optional.empty(), Unit.SHARES, all);
  }

  /// Of values by machine and slot since the epoch; between them nothing is known.
  ///
  /// @throws UnreadableTrace where there is none, or more than twenty years lie between them
  public static Recording absolute(
      String where, SortedMap<String, ? extends NavigableMap<Long, Double>> machines, Unit unit) {
    long first =
        machines.values().stream()
            .mapToLong(NavigableMap::firstKey)
            .min()
            .orElseThrow(() -> new UnreadableTrace(where + ": expected values, found none"));
    long last = machines.values().stream().mapToLong(NavigableMap::lastKey).max().orElse(first);
    if (last - first >= MOST_SLOTS) {
      throw new UnreadableTrace(
          "%s: expected at most twenty years, found values of %s and %s"
              .formatted(where, begin(first), begin(last)));
    }
    var all = new ArrayList<Series>();
    machines.forEach((name, values) -> {
      Series series = Series.unknown(name, (int) (last - first + 1));
      values.forEach((slot, value) -> series.put((int) (slot - first), value));
      all.add(series);
    });
    return new Recording(Optional.of(begin(first)), unit, all);
  }

  private static Instant begin(long slot) {
    return Instant.ofEpochSecond(slot * LoadModel.SLOT.toSeconds());
  }
}
