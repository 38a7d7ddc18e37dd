package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Definitions of other people's kinds (CustomResourceDefinition), as they publish them or as their
/// own program makes them.
public final class Definitions {
  private Definitions() {}

  /// As YAML, one each; where they can't be had here, the test is skipped.
  public static List<String> all() {
    return Stream.of(Server.CRDS, Server.STRIMZI).flatMap(server -> of(server).stream()).toList();
  }

  /// The one that is called `name`, of those that others publish; those that a program must make
  /// need not be there.
  public static String published(String name) {
    return of(Server.CRDS).stream()
        .filter(yaml -> yaml.contains("name: " + name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("Expected a published definition but found " + name));
  }

  private static List<String> of(Server server) {
    var folder = RealServers.require(server).home().resolve("crds");
    try (var files = Files.list(folder)) {
      return files.sorted().map(Definitions::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
