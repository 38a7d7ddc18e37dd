package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A double of metrics-server, for a real API server to aggregate: it serves the metrics API with
/// readings that a test tells it, as of the moment it is asked. A run's report says that it is one.
public final class MetricsDouble implements AutoCloseable {
  private static final String API = "/apis/metrics.k8s.io/v1beta1";
  private static final String HEAD =
      "{\"kind\": \"%s\", \"apiVersion\": \"metrics.k8s.io/v1beta1\", \"metadata\": {}, \"items\": [%s]}";
  private static final String RESOURCES =
      """
      {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "metrics.k8s.io/v1beta1", "resources": [
       {"name": "nodes", "singularName": "", "namespaced": false, "kind": "NodeMetrics", "verbs": ["get", "list"]},
       {"name": "pods", "singularName": "", "namespaced": true, "kind": "PodMetrics", "verbs": ["get", "list"]}]}
      """;

  private final HttpsServer server;
  private final InstantSource clock;
  private final Map<String, String> nodes = new ConcurrentHashMap<>();
  private final Map<String, String> pods = new ConcurrentHashMap<>();

  private MetricsDouble(HttpsServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// Starts one on loopback, with a certificate of its own.
  public static MetricsDouble start(InstantSource clock) {
    RealServers.report("DOUBLE instead of a real server: metrics API, metrics-server is not built");
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(loopback, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.make().context()));
      var played = new MetricsDouble(server, clock);
      server.createContext("/", played::answer);
      server.start();
      return played;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its usage as Kubernetes writes quantities: `250m` of CPU, `64Mi` of memory.
  public void node(String name, String cpu, String memory) {
    nodes.put(
        name,
        "{\"metadata\": {\"name\": \"%s\"}, \"timestamp\": \"%%1$s\", \"window\": \"15s\", \"usage\": %s}"
            .formatted(name, usage(cpu, memory)));
  }

  public void pod(String namespace, String name, String cpu, String memory) {
    pods.put(
        namespace + "/" + name,
        """
        {"metadata": {"namespace": "%s", "name": "%s"}, "timestamp": "%%1$s", "window": "15s",
         "containers": [{"name": "only", "usage": %s}]}
        """
            .formatted(namespace, name, usage(cpu, memory)));
  }

  /// What a cluster must hold to find it: a service by name, so that nothing routes to loopback.
  public String manifest() {
    return """
    apiVersion: v1
    kind: Service
    metadata: {namespace: kube-system, name: metrics-double}
    spec: {type: ExternalName, externalName: localhost}
    ---
    apiVersion: apiregistration.k8s.io/v1
    kind: APIService
    metadata: {name: v1beta1.metrics.k8s.io}
    spec:
      group: metrics.k8s.io
      version: v1beta1
      groupPriorityMinimum: 100
      versionPriority: 100
      insecureSkipTLSVerify: true
      service: {namespace: kube-system, name: metrics-double, port: %d}
    """
        .formatted(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          switch (path) {
            case API -> RESOURCES;
            case API + "/nodes" -> HEAD.formatted("NodeMetricsList", now(nodes));
            case API + "/pods" -> HEAD.formatted("PodMetricsList", now(pods));
            default -> "";
          };
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String now(Map<String, String> readings) {
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new TreeMap<>(readings)
        .values().stream().map(reading -> reading.formatted(at)).collect(Collectors.joining(", "));
  }

  private static String usage(String cpu, String memory) {
    return "{\"cpu\": \"%s\", \"memory\": \"%s\"}".formatted(cpu, memory);
  }
}
