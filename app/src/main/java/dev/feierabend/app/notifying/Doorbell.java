package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Unanswered;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Whether somebody is at an address, and by the certificate whoever should be: a connection that
/// ends before anything is asked.
final class Doorbell {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Doorbell() {}

  /// @param whom what it is called in a sentence
  /// @throws Outage where nobody is, or somebody else
  static void ring(URI url, Optional<SSLContext> trust, String whom) {
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? HTTPS : HTTP;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      if (tls) {
        greet(socket, url.getHost(), port, trust);
      }
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new Outage("%s isn't reached (%s)".formatted(whom, Unanswered.because(e)), e);
    }
  }

  private static void greet(Socket socket, String host, int port, Optional<SSLContext> trust)
      throws IOException, NoSuchAlgorithmException {
    SSLContext context = trust.isPresent() ? trust.get() : SSLContext.getDefault();
    try (var secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, false)) {
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
    }
  }
}
