package dev.feierabend.hypervisor.wakeonlan;

import dev.feierabend.core.acting.Answer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// Sends from this service, to a segment's broadcast address. It sends thrice, for nobody notices
/// one that is lost.
///
/// @param segment the broadcast address of the machines' segment, and a port, 9 as a rule
public record DatagramSender(InetSocketAddress segment) implements Sender {
  private static final int TIMES = 3;
  private static final int DISCARD = 9;

  /// Wherever the service itself is (RFC 919).
  private static final String HERE = "255.255.255.255";

  /// @param broadcast an address and maybe a port, `10.1.2.255:9`; the service's own segment if
  ///   none
  public static DatagramSender to(Optional<String> broadcast) {
    String[] parts = broadcast.orElse(HERE).split(":", 2);
    int port = parts.length == 2 ? Integer.parseInt(parts[1]) : DISCARD;
    return new DatagramSender(new InetSocketAddress(InetAddress.ofLiteral(parts[0]), port));
  }

  @Override
  public String name() {
    return "this service";
  }

  @Override
  public boolean awake() {
    return true;
  }

  @Override
  public Answer send(MagicPacket packet) {
    byte[] bytes = packet.bytes();
    try (var socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      for (int i = 0; i < TIMES; i++) {
        socket.send(new DatagramPacket(bytes, bytes.length, segment));
      }
      return Answer.DONE;
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Unknown(
          "No packet can be sent to %s: %s".formatted(segment, e.getMessage()));
    }
  }
}
