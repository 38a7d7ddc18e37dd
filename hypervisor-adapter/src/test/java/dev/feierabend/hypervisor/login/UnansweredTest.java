package dev.feierabend.hypervisor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class UnansweredTest {
  @Test
  void whereNobodyListensTheConnectionIsRefused() throws Exception {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(nobody).build();
      Throwable thrown =
          catchThrowable(() -> http.sendAsync(request, BodyHandlers.discarding()).get());

      assertThat(thrown).isInstanceOf(ExecutionException.class);
      assertThat(Unanswered.because(thrown)).isEqualTo("it refuses the connection");
    }
  }

  @Test
  void whateverElseItIsTheInnermostTells() {
    var expired = new CertificateExpiredException("NotAfter: 2026");

    assertThat(Unanswered.because(new ExecutionException(new IOException(expired))))
        .contains("CertificateExpired", "NotAfter: 2026");
    assertThat(Unanswered.because(new IOException("cut off"))).contains("cut off");
  }
}
