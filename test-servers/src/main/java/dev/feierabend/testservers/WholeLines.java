package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The lines of a file that somebody writes to meanwhile, like an API server its audit log. One
/// that isn't ended yet isn't among them.
public final class WholeLines {
  private WholeLines() {}

  public static Stream<String> of(Path file) {
    try {
      String written = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return written.substring(0, written.lastIndexOf('\n') + 1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
