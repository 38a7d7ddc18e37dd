package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A small GitOps controller: each round it brings objects of a cluster to the state that it is
/// told, instead of reading it from Git, by server-side apply; it takes fields from whoever else
/// set them. Under another's name it does what that one would.
public final class GitOpsController implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final ControlPlane plane;
  private final String manager;
  private final Map<String, String> manifests = new ConcurrentHashMap<>();
  private final Map<String, Integer> applied = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private GitOpsController(HttpClient client, ControlPlane plane, String manager) {
    this.client = client;
    this.plane = plane;
    this.manager = manager;
  }

  /// @param manager as which it sets fields, and its user agent
  /// @param period from the end of one round to the next
  public static GitOpsController start(ControlPlane plane, String manager, Duration period) {
    try {
      HttpClient client = HttpClient.newBuilder().sslContext(Trust.in(plane.certificate())).build();
      var controller = new GitOpsController(client, plane, manager);
      var _ =
          controller.rounds.scheduleWithFixedDelay(
              controller::round, 0, period.toMillis(), TimeUnit.MILLISECONDS);
      return controller;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps an object as `manifest` (YAML) says, from the next round on.
  ///
  /// @param path the object's: `/apis/apps/v1/namespaces/office/deployments/mail`
  public void keep(String path, String manifest) {
    manifests.put(path, manifest);
  }

  /// How often the API server took an object from it.
  public int applied(String path) {
    return applied.getOrDefault(path, 0);
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    client.shutdownNow();
  }

  /// An API server that is away is there again some other round.
  private void round() {
    manifests.forEach((path, manifest) -> {
      try {
        if (apply(path, manifest).statusCode() < 300) {
          applied.merge(path, 1, Integer::sum);
        }
      } catch (IOException e) {
        RealServers.report("%s could not apply %s: %s".formatted(manager, path, e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private HttpResponse<Void> apply(String path, String manifest)
      throws IOException, InterruptedException {
    URI object = plane.uri().resolve("%s?force=true&fieldManager=%s".formatted(path, manager));
    HttpRequest request =
        HttpRequest.newBuilder(object)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + plane.adminToken())
            .header("User-Agent", manager)
            .header("Content-Type", "application/apply-patch+yaml")
            .method("PATCH", BodyPublishers.ofString(manifest))
            .build();
    return client.send(request, BodyHandlers.discarding());
  }
}
