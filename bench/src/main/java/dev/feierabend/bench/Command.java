package dev.feierabend.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A whole command, from its start to its end.
record Command(String name, List<String> words) {
  Command {
    words = List.copyOf(words);
  }

  Subject subject(Path log) {
    return new Subject(name, "run", () -> () -> run(log));
  }

  /// @throws IllegalStateException where it fails; `log` says why
  private long run(Path log) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("Expected %s to end well; see %s".formatted(name, log));
    }
    return 1;
  }
}
