package dev.feierabend.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that people want written.
final class Outputs {
  private Outputs() {}

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Unreadable(
          "Expected a file that can be written but found %s: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
