package dev.feierabend.sandbox.study;

import dev.feierabend.sandbox.load.RecordedLoad.Series;
import dev.feierabend.sandbox.load.Traces;
import dev.feierabend.sandbox.load.UnreadableTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Finds and reads recorded days.
public final class Days {
  private static final String ARCHIVE = ".tar.xz";

  private Days() {}

  /// The days in a folder, by name, each read when it is asked for: its folders and its `.tar.xz`;
  /// other and hidden files are ignored, and a day that is there in both forms comes once. A folder
  /// with neither is a day itself.
  ///
  /// @throws UnreadableTrace where there is no day, something that should be one isn't, or two of a
  ///   form are the same day
  public static Stream<Day> in(Path folder) {
    List<Path> days = paths(folder);
    var known = new HashMap<String, Path>();
    return (days.isEmpty() ? Stream.of(folder) : days.stream())
        .map(path -> Map.entry(path, day(path)))
        .filter(day -> isNew(day.getValue().name(), day.getKey(), known))
        .map(Map.Entry::getValue);
  }

  private static boolean isNew(String name, Path path, Map<String, Path> known) {
    Path other = known.putIfAbsent(name, path);
    if (other != null && Files.isDirectory(other) == Files.isDirectory(path)) {
      throw new UnreadableTrace(
          "Expected day %s once but found it in %s and in %s".formatted(name, other, path));
    }
    return other == null;
  }

  private static List<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableTrace(
          "Expected a folder of days (folders or .tar.xz with a file a machine) but found "
              + folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Traces::isPlanetLab)
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UnreadableTrace("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static Day day(Path path) {
    SortedMap<String, Series> machines = Traces.machines(path);
    double[][] samples =
        machines.entrySet().stream().map(machine -> shares(path, machine)).toArray(double[][]::new);
    try {
      return new Day(name(path, machines.firstKey()), samples);
    } catch (IllegalArgumentException e) {
      throw new UnreadableTrace("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static double[] shares(Path day, Map.Entry<String, Series> machine) {
    List<Double> shares = machine.getValue().shares();
    if (shares.size() != Day.STEPS) {
      throw new UnreadableTrace(
          "%s: expected one day of %d percentages a machine but found %d in %s"
              .formatted(day, Day.STEPS, shares.size(), machine.getKey()));
    }
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The folder's name, also of one in an archive.
  private static String name(Path day, String machine) {
    String name = day.toAbsolutePath().normalize().getFileName().toString();
    if (!name.endsWith(ARCHIVE)) {
      return name;
    }
    Path inside = Path.of(machine).normalize();
    return inside.getNameCount() > 1
        ? inside.getName(inside.getNameCount() - 2).toString()
        : name.substring(0, name.length() - ARCHIVE.length());
  }
}
