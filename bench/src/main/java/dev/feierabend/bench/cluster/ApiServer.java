package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.ControlPlane;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The API server without a client library between: the floor of what anything can do there.
final class ApiServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http;
  private final URI uri;
  private final String token;
  private final String agent;

  /// @param agent by which the server's log tells these requests
  ApiServer(ControlPlane plane, String agent) throws IOException, GeneralSecurityException {
    this.http = HttpClient.newBuilder().sslContext(trusting(certificate(plane))).build();
    this.uri = plane.uri();
    this.token = plane.adminToken();
    this.agent = agent;
  }

  /// Where the control plane keeps its certificate, and the key beside it.
  static Path certificate(ControlPlane plane) {
    return plane.kubeconfig().resolveSibling("certs").resolve("apiserver.crt");
  }

  /// What it answers.
  ///
  /// @throws IllegalStateException where it refuses
  String ask(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  void create(String path, String type, String body) throws IOException, InterruptedException {
    send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  void merge(String path, String patch) throws IOException, InterruptedException {
    send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(patch)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", agent);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "Expected %s to be accepted but found %d: %s"
              .formatted(response.request().uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      int number = 0;
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + number++, each);
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    http.close();
  }
}
