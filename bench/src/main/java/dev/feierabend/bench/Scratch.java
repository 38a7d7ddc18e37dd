package dev.feierabend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A new directory for one trial, gone with it.
record Scratch(Path path) implements AutoCloseable {
  /// @param below on the disk that is measured
  static Scratch in(Path below) throws IOException {
    return new Scratch(Files.createTempDirectory(Files.createDirectories(below), "bench"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
