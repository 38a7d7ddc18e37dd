package dev.feierabend.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a server on loopback that plays a cluster is reached: by nobody in particular.
public final class PlainKubeconfig {
  private PlainKubeconfig() {}

  public static Path of(HttpServer cluster, Path file) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: fake, user: {}}]
        contexts: [{name: fake, context: {cluster: fake, user: fake}}]
        current-context: fake
        """
            .formatted(cluster.getAddress().getPort()));
  }
}
