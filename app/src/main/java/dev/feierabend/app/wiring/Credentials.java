package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.redfish.BasicCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the files that the fleet document names for its controllers, a user's name in the first
/// line and the password in the second, and for its clusters, kubeconfigs.
public record Credentials(Optional<Path> directory) {

  BasicCredentials named(String name) {
    Path file = file(name);
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        throw new Outage("Expected a user and a password, a line each, in " + file);
      }
      return new BasicCredentials(lines.get(0), lines.get(1));
    } catch (IOException e) {
      throw new Outage("The credentials %s cannot be read".formatted(file), e);
    }
  }

  /// @throws Outage where no directory is known
  public Path file(String name) {
    return directory
        .orElseThrow(() ->
            new Outage(
                "Expected feierabend.credentials, the directory that holds %s, but it is not set"
                    .formatted(name)))
        .resolve(name);
  }
}
