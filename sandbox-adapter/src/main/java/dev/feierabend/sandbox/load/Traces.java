package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens recorded load by its form: a PlanetLab day (a folder or a `.tar.xz` of it) or a Bitbrains
/// table (`.csv`, `.csv.gz`).
public final class Traces {
  private Traces() {}

  /// @throws UnreadableTrace where nothing of these forms is there
  public static LoadModel open(Path path) {
    String name = path.getFileName().toString();
    try {
      if (Files.isDirectory(path)) {
        return PlanetLab.folder(path);
      }
      if (name.endsWith(".tar.xz")) {
        return PlanetLab.archive(path);
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
}
