package dev.feierabend.readiness;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/// A connection that must be taken; nothing is sent.
record TcpProbe(Duration deadline) {
  Tested ask(URI target) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(target.getHost(), target.getPort()), (int) deadline.toMillis());
      return Tested.PASSED;
    } catch (IOException e) {
      return Failure.of(e, deadline);
    }
  }
}
