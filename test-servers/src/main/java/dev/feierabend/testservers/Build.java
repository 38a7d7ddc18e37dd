package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Runs the project's `test-servers/build`, which builds nothing where the cache holds the pinned
/// versions already.
final class Build {
  static final int TOOL_MISSING = 3;

  private Build() {}

  sealed interface Result {}

  record Built(BuiltServer server) implements Result {}

  record ToolMissing(String because) implements Result {}

  static Result of(Server server) {
    Path folder = folder(Path.of("").toAbsolutePath());
    try {
      Path log = Files.createTempFile("feierabend-build-", ".log");
      Process build =
          new ProcessBuilder(folder.resolve("build").toString(), server.key)
              .redirectError(log.toFile())
              .start();
      String printed = new String(build.getInputStream().readAllBytes(), UTF_8).strip();
      int exit = build.waitFor();
      String said = Files.readString(log).strip();
      Files.delete(log);
      return switch (exit) {
        case 0 -> new Built(new BuiltServer(Path.of(printed), folder));
        case TOOL_MISSING -> new ToolMissing(said);
        default -> throw new IllegalStateException("%s did not build:%n%s".formatted(server, said));
      };
    } catch (IOException e) {
      throw new UncheckedIOException("Expected test-servers/build to run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while %s was built".formatted(server), e);
    }
  }

  /// The nearest `test-servers` folder upwards: Maven runs a module's tests in the module's folder.
  static Path folder(Path from) {
    return Stream.iterate(from, path -> path != null, Path::getParent)
        .map(path -> path.resolve("test-servers"))
        .filter(path -> Files.isExecutable(path.resolve("build")))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Expected a test-servers folder above " + from));
  }
}
