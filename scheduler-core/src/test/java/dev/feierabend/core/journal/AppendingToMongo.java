package dev.feierabend.core.journal;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One of several processes that append to one log until its input ends, but each at least once;
/// then it writes what was acknowledged to a file, number and hash a line.
final class AppendingToMongo implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path file;

  private AppendingToMongo(Process process, Path file) {
    this.process = process;
    this.file = file;
  }

  static AppendingToMongo start(String uri, String name, Path file) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new AppendingToMongo(
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classes,
                    AppendingToMongo.class.getName(),
                    uri,
                    name,
                    file.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start(),
        file);
  }

  Map<Long, String> stop() throws Exception {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      close();
      throw new AssertionError("An appending process could not end");
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("An appending process ended with " + process.exitValue());
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(words -> Long.valueOf(words[0]), words -> words[1]));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String... args) throws Exception {
    try (var client = MongoClients.create(args[0]);
        var log = MongoCommitLog.of(client.getDatabase("feierabend"), () -> Instant.EPOCH);
        var appenders = new Appenders(log, args[1], 8)) {
      System.in.transferTo(OutputStream.nullOutputStream());
      await().atMost(PATIENCE.dividedBy(2)).until(() -> appenders.count() > 0);
      Files.write(
          Path.of(args[2]),
          appenders.stop().entrySet().stream()
              .map(one -> one.getKey() + " " + one.getValue())
              .toList());
    }
  }
}
