package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Prometheus that scrapes nothing and knows what it is told at its start.
public final class Prometheus implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path run;
  private final Program program;
  private final URI url;

  private Prometheus(Path run, Program program, URI url) {
    this.run = run;
    this.program = program;
    this.url = url;
  }

  /// Starts one; where it isn't installed, the test is skipped.
  ///
  /// @param trace what it has recorded, in the OpenMetrics text format, with times
  public static Prometheus recorded(String trace) {
    BuiltServer built = RealServers.require(Server.PROMETHEUS);
    Path run = Folders.temporary("prometheus");
    load(built, run, trace);
    int port = Ports.free(1).getFirst();
    var program =
        Program.start(
            "prometheus",
            run,
            List.of(
                built.program("prometheus"),
                "--config.file=" + run.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + run.resolve("data"),
                "--storage.tsdb.retention.time=20y",
                "--web.listen-address=127.0.0.1:" + port));
    var server = new Prometheus(run, program, URI.create("http://127.0.0.1:" + port));
    try {
      var health = new Health(server.url.resolve("/-/ready"));
      await().atMost(PATIENCE).failFast(program::expectRunning).until(health::ok);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  public URI url() {
    return url;
  }

  private static void load(BuiltServer built, Path run, String trace) {
    try {
      Files.writeString(run.resolve("prometheus.yml"), "scrape_configs: []\n");
      Path file = Files.writeString(run.resolve("trace"), trace);
      Process loading =
          new ProcessBuilder(
                  built.program("promtool"),
                  "tsdb",
                  "create-blocks-from",
                  "openmetrics",
                  file.toString(),
                  run.resolve("data").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(loading.getInputStream().readAllBytes(), UTF_8);
      if (loading.waitFor() != 0) {
        throw new IllegalStateException("Expected promtool to load the trace:\n" + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a trace was loaded", e);
    }
  }

  @Override
  public void close() {
    program.close();
    Folders.delete(run);
  }
}
