package dev.feierabend.readiness;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why there was no answer, in words for whoever runs the service.
final class Failure {
  private Failure() {}

  static Tested silence(Duration deadline) {
    return new Tested.Failed("no answer within %d ms".formatted(deadline.toMillis()));
  }

  static Tested of(Exception e, Duration deadline) {
    List<Throwable> causes =
        Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause).toList();
    if (any(causes, SocketTimeoutException.class).isPresent()
        || any(causes, HttpTimeoutException.class).isPresent()) {
      return silence(deadline);
    }
    return new Tested.Failed(
        any(causes, UnknownHostException.class)
            .or(() -> any(causes, UnresolvedAddressException.class))
            .map(_ -> "its host has no address")
            .or(() -> any(causes, SSLException.class).map(tls -> "no TLS: " + tls.getMessage()))
            .or(() -> any(causes, ConnectException.class).map(_ -> "nobody takes the connection"))
            .orElseGet(() -> causes.getLast().toString()));
  }

  private static Optional<Throwable> any(List<Throwable> causes, Class<?> type) {
    return causes.stream().filter(type::isInstance).findFirst();
  }
}
