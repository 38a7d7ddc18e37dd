package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Free ports of the loopback address, different ones: all are held until the last is found.
public final class Ports {
  private Ports() {}

  /// An address at which nobody listens.
  public static URI nobody() {
    return URI.create("https://127.0.0.1:" + free(1).getFirst());
  }

  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException("Expected %d free ports".formatted(count), e);
    }
  }
}
