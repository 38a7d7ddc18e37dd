package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.BEHAUSEN;
import static dev.feierabend.core.journal.Samples.event;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// A process of its own whose threads append without end, and which says the head of every commit
/// it was acknowledged. Nothing but a kill stops it.
final class AppendingProcess {
  static final int THREADS = 8;
  private static final Pattern WHOLE_LINE = Pattern.compile("(\\d+) ([0-9a-f]{64}) \\.");

  private AppendingProcess() {}

  static void main(String[] args) {
    try (var log = EmbeddedCommitLog.open(Path.of(args[0]), Instant::now);
        var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        var aggregate = aggregate(thread);
        threads.execute(() -> append(log, aggregate));
      }
    }
  }

  static String aggregate(int thread) {
    return "thread-" + thread;
  }

  private static void append(CommitLog log, String aggregate) {
    var owner = aggregate.hashCode() % 2 == 0 ? AHAUSEN : BEHAUSEN;
    for (long next = log.aggregate(aggregate, 0).size(); true; next++) {
      var head = log.append(owner, List.of(event(aggregate, next))).head();
      System.out.println(head.number() + " " + head.hash() + " .");
    }
  }

  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProcess.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// What a line says; nothing where the kill cut it.
  static Optional<Head> acknowledged(String line) {
    var found = WHOLE_LINE.matcher(line);
    return found.matches()
        ? Optional.of(new Head(Long.parseLong(found.group(1)), found.group(2)))
        : Optional.empty();
  }
}
