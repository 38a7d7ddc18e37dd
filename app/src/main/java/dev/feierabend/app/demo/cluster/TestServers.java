package dev.feierabend.app.demo.cluster;

import dev.feierabend.core.kernel.Outage;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where the checkout that this runs from keeps its test servers.
public final class TestServers {
  private TestServers() {}

  /// Their folder, with what its last build left.
  ///
  /// @throws Outage where this runs from no checkout, an image for instance
  public static Path folder() {
    return above(here());
  }

  static Path above(Path place) {
    return Stream.iterate(place, at -> at != null, Path::getParent)
        .map(at -> at.resolve("test-servers"))
        .filter(at -> Files.isExecutable(at.resolve("build")))
        .filter(at -> Files.isReadable(at.resolve("target").resolve("class-path")))
        .findFirst()
        .orElseThrow(() ->
            new Outage(
                "Expected a built checkout of Feierabend, whose test servers bring a control plane, but found none above %s; run ./feierabend demo --kubernetes in one"
                    .formatted(place)));
  }

  private static Path here() {
    try {
      return Path.of(TestServers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class comes from a file", e);
    }
  }
}
