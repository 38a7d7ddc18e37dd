package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.LoginSource;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the files that the fleet document names for its controllers, a user's name in the first
/// line and the password in the second, and for its clusters, kubeconfigs.
public record Credentials(Optional<Path> directory) {

  LoginSource named(String name) {
    return new LoginFile(file(name));
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
