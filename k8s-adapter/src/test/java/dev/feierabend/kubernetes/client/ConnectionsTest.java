package dev.feierabend.kubernetes.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.kubernetes.Kubeconfigs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectionsTest {
  private static final int AT_ONCE = 16;

  @TempDir Path folder;

  private final CyclicBarrier allHere = new CyclicBarrier(AT_ONCE);
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void requestsHaveConnectionsOfTheirOwnAndLeaveThemToTheNext() {
    try (var client = Kubeconfigs.client(folder, server.getAddress().getPort())) {
      Runnable request = () -> KubernetesClients.version(client);
      for (int burst = 0; burst < 3; burst++) {
        Lanes.abreast(Collections.nCopies(AT_ONCE, request));
      }

      assertThat(client.getConfiguration().isHttp2Disable()).isTrue();
    }
    assertThat(connections).hasSize(AT_ONCE);
  }

  /// Once as many ask at the same time as there shall be connections.
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      connections.add(exchange.getRemoteAddress());
      allHere.await();
      byte[] version = "{\"gitVersion\": \"v1.36.3\"}".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, version.length);
      exchange.getResponseBody().write(version);
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IOException(e);
    }
  }
}
