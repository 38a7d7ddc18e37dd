package dev.feierabend.readiness;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A GET that must be answered with 2xx. No redirect is followed: it could lead to a host that
/// nobody allowed. What is answered beside the status isn't read.
record HttpProbe(HttpClient http, Duration deadline) {
  HttpProbe(Duration deadline) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .build(),
        deadline);
  }

  Tested ask(URI target) {
    var request = HttpRequest.newBuilder(target).header("User-Agent", "feierabend").GET().build();
    CompletableFuture<HttpResponse<InputStream>> exchange =
        http.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return tested(exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      exchange.cancel(true);
      return Failure.silence(deadline);
    } catch (ExecutionException e) {
      return Failure.of(e, deadline);
    } catch (InterruptedException _) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Tested.Failed("interrupted before the answer came");
    }
  }

  private static Tested tested(HttpResponse<InputStream> response) {
    hangUp(response.body());
    int status = response.statusCode();
    return status / 100 == 2 ? Tested.PASSED : new Tested.Failed("answered " + status);
  }

  private static void hangUp(InputStream body) {
    try {
      body.close();
    } catch (IOException _) {
      // The status is known, and nothing else was wanted.
    }
  }
}
