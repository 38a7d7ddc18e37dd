package dev.feierabend.hypervisor.redfish;

import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.LoginSource;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where a machine's power is switched: a controller's address, as `https://bmc17.example`, and the
/// machine's id there. Credentials travel over TLS, or not beyond this machine.
public record RedfishSystem(URI controller, String system, Optional<LoginSource> credentials) {
  public RedfishSystem {
    Discreet.expectNobodyIn(controller);
    if (controller.getHost() == null || !String.valueOf(controller.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "Expected a controller's address like https://bmc.example but found " + controller);
    }
    if (credentials.isPresent() && controller.getScheme().equals("http") && !loopback(controller)) {
      throw new IllegalArgumentException(
          "Expected https for a controller with a password but found " + controller);
    }
    if (system.isEmpty() || system.contains("/")) {
      throw new IllegalArgumentException(
          "Expected a system's id, without slashes, but found \"%s\"".formatted(system));
    }
  }

  URI resource() {
    try {
      String path = "/redfish/v1/Systems/" + system;
      return controller.resolve(new URI(null, null, path, null).getRawPath());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where a reset is asked for: where the controller says, if that is on the controller itself,
  /// else where the standard has it.
  URI resetTarget(Optional<String> said) {
    return said.flatMap(this::there)
        .orElseGet(() -> URI.create(resource() + "/Actions/ComputerSystem.Reset"));
  }

  /// A link of the controller's, if it leads to the controller itself: nobody else gets our login.
  Optional<URI> there(String link) {
    return there(controller, link);
  }

  static Optional<URI> there(URI controller, String link) {
    if (!link.startsWith("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(controller.resolve(new URI(link)))
          .filter(target -> controller.getRawAuthority().equals(target.getRawAuthority()))
          .filter(target -> controller.getScheme().equals(target.getScheme()));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean loopback(URI uri) {
    String host = uri.getHost();
    return host.equals("localhost")
        || (host.matches("[0-9.]+|\\[.*]") && InetAddress.ofLiteral(host).isLoopbackAddress());
  }
}
