package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Finds or builds real servers, and says on the console and in `target/real-servers.txt` which
/// ones a run used and which it went without, so that nobody mistakes a skipped test for a passed
/// one.
public final class RealServers {
  /// Set to `required` where a missing server shall fail the run instead of skipping tests.
  static final String SWITCH = "FEIERABEND_REAL_SERVERS";

  private static final Path REPORT = Path.of("target", "real-servers.txt");
  private static final Map<Server, Build.Result> RESULTS = new EnumMap<>(Server.class);

  private RealServers() {}

  /// True where the server can be had; builds it if need be, which takes minutes, once.
  public static boolean available(Server server) {
    return find(server).isPresent();
  }

  /// The server, or empty where a tool to build it is missing.
  static Optional<BuiltServer> find(Server server) {
    return switch (result(server)) {
      case Build.Built(var built) -> Optional.of(built);
      case Build.ToolMissing _ -> Optional.empty();
    };
  }

  /// The server, or the end of the test: skipped, or failed where real servers are required.
  static BuiltServer require(Server server) {
    return switch (result(server)) {
      case Build.Built(var built) -> built;
      case Build.ToolMissing(var because) -> without(server, because);
    };
  }

  private static BuiltServer without(Server server, String because) {
    if ("required".equals(System.getenv(SWITCH))) {
      throw new AssertionError("Expected a real %s but %s".formatted(server, because));
    }
    return Assumptions.abort("no real %s: %s".formatted(server, because));
  }

  private static synchronized Build.Result result(Server server) {
    return RESULTS.computeIfAbsent(server, RealServers::look);
  }

  private static Build.Result look(Server server) {
    Build.Result result = Build.of(server);
    switch (result) {
      case Build.Built(var built) ->
          built.versions().forEach(line -> report("USED real server: " + server + ", " + line));
      case Build.ToolMissing(var because) ->
          report("SKIPPED real server: %s, because %s".formatted(server, because));
    }
    return result;
  }

  /// Notes beside the servers what else a reader of the run should know was left out, and why.
  public static void note(String line) {
    report(line);
  }

  static void report(String line) {
    System.out.println(line);
    try {
      Files.createDirectories(REPORT.getParent());
      Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The report of real servers can't be written", e);
    }
  }
}
