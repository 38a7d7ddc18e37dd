package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.RecordedLoad.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.SortedMap;

/// Opens recorded load by its form: a PlanetLab day (a folder or a `.tar.xz` of it) or a Bitbrains
/// table (`.csv`, `.csv.gz`).
public final class Traces {
  private Traces() {}

  /// @throws UnreadableTrace where nothing of these forms is there
  public static LoadModel open(Path path) {
    String name = path.getFileName().toString();
    try {
      if (isPlanetLab(path)) {
        return PlanetLab.load(path);
      }
      if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
        return Bitbrains.table(path);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableTrace("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
    throw new UnreadableTrace(
        "Expected a PlanetLab folder, its .tar.xz, or a Bitbrains .csv or .csv.gz but found "
            + path);
  }

  /// Whether it has the form of a PlanetLab day: a folder or a `.tar.xz`.
  public static boolean isPlanetLab(Path path) {
    return Files.isDirectory(path) || path.toString().endsWith(".tar.xz");
  }

  /// The machines of a PlanetLab day, by their files' names.
  ///
  /// @throws UnreadableTrace where it is none
  public static SortedMap<String, Series> machines(Path day) {
    try {
      return PlanetLab.machines(day);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableTrace("%s cannot be read: %s".formatted(day, e.getMessage()), e);
    }
  }

  /// A Bitbrains table as it is recorded, gaps left out: MHz by machine and slot of five minutes,
  /// counted from 1970.
  ///
  /// @throws UnreadableTrace where it is none
  public static SortedMap<String, NavigableMap<Long, Double>> usage(Path table) {
    try {
      return Bitbrains.usage(table);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableTrace("%s cannot be read: %s".formatted(table, e.getMessage()), e);
    }
  }
}
