package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// The way to an API server, on which a test decides what befalls each request. It ends TLS with a
/// certificate of its own, speaks HTTP/1.1 (WebSockets too), keeps what was asked and answered, and
/// hangs on a [Cable] that can be cut, clamped and mended.
public final class FaultyPath implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final SelfSigned own;
  private final SSLContext trust;
  private final Cable cable;
  private final InstantSource clock;
  private final SSLServerSocket end;
  private final Queue<ApiRequest.Answered> answered = new ConcurrentLinkedQueue<>();
  private final Queue<FaultyConnection> open = new ConcurrentLinkedQueue<>();
  private volatile Function<ApiRequest, Mishap> fate = _ -> Mishap.NONE;

  /// @param server an API server's port on loopback
  /// @param certificates what it is trusted by
  /// @param clock by which requests are noted
  public FaultyPath(int server, Path certificates, InstantSource clock) {
    this.clock = clock;
    try {
      own = SelfSigned.make();
      trust = Trust.in(certificates);
      end =
          (SSLServerSocket)
              own.context()
                  .getServerSocketFactory()
                  .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cable = new Cable(server);
    Thread.ofVirtual().start(this::accept);
  }

  /// One that leads to `plane`.
  public static FaultyPath to(ControlPlane plane, InstantSource clock) {
    return new FaultyPath(plane.uri().getPort(), plane.certificate(), clock);
  }

  /// A kubeconfig's text that leads through here, for a bearer token.
  public String kubeconfig(String token) {
    byte[] certificate = own.certificate().getBytes(StandardCharsets.UTF_8);
    return Kubeconfig.of(
        "https://127.0.0.1:" + end.getLocalPort(),
        Base64.getEncoder().encodeToString(certificate),
        token);
  }

  /// From now on; asked once a request, by several threads at once.
  public void fate(Function<ApiRequest, Mishap> next) {
    fate = next;
  }

  public Cable cable() {
    return cable;
  }

  /// Ends every watch that is open, without a word.
  public void cutWatches() {
    open.stream().filter(FaultyConnection::watching).forEach(FaultyConnection::close);
  }

  /// What the server or this way answered so far, in that order.
  public List<ApiRequest.Answered> answered() {
    return List.copyOf(answered);
  }

  @Override
  public void close() {
    cable.close();
    open.forEach(FaultyConnection::close);
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Mishap fateOf(ApiRequest request) {
    return fate.apply(request);
  }

  void note(ApiRequest request, int code) {
    answered.add(new ApiRequest.Answered(request, code, clock.instant()));
  }

  Socket onwards() throws IOException {
    return trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), cable.port());
  }

  private void accept() {
    try {
      while (true) {
        var connection = new FaultyConnection(this, end.accept());
        open.add(connection);
        Thread.ofVirtual()
            .start(() -> {
              connection.serve();
              open.remove(connection);
            });
      }
    } catch (IOException closed) {
      open.forEach(FaultyConnection::close);
    }
  }
}
