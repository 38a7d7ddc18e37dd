package dev.feierabend.kubernetes;

import dev.feierabend.kubernetes.client.KubernetesClients;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Clients made the way the product makes them, of servers on loopback.
public final class Kubeconfigs {
  private Kubeconfigs() {}

  public static KubernetesClient client(Path folder, int port) {
    return KubernetesClients.of(Optional.of(plain(folder, port)), "feierabend/test");
  }

  private static Path plain(Path folder, int port) {
    var text =
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: fake, user: {}}]
        contexts: [{name: fake, context: {cluster: fake, user: fake}}]
        current-context: fake
        """;
    try {
      return Files.writeString(folder.resolve("kubeconfig"), text.formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
