package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class SecantusDbTest {
  @Test
  void killedItIsGoneAndRestartedItAnswersAtTheSamePort() throws Exception {
    try (var server = SecantusDb.start()) {
      connect(server);
      server.kill();
      assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
      server.restart();
      connect(server);
    }
  }

  private static void connect(SecantusDb server) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
