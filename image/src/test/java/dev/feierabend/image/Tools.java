package dev.feierabend.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The system's programs.
final class Tools {
  private Tools() {}

  static void run(Path folder, String... command) {
    Outcome outcome = outcome(folder, List.of(command));
    if (outcome.exit() != 0) {
      throw new AssertionError("%s ends %s".formatted(List.of(command), outcome));
    }
  }

  /// @param said both of its streams
  record Outcome(int exit, String said) {}

  static Outcome outcome(Path folder, List<String> command) {
    try {
      Path said = folder.resolve("said.txt");
      Process process = started(said, command);
      int exit = process.waitFor();
      return new Outcome(exit, Files.readString(said));
    } catch (IOException e) {
      return new Outcome(127, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static Process started(Path said, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}
