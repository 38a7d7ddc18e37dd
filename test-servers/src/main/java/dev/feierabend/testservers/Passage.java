package dev.feierabend.testservers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// One caller's way to a board, over a socket of its own: by its address a board knows whom it
/// speaks to. Reads of IPMI 2.0 what shows whether the caller was let in.
final class Passage implements AutoCloseable {
  private static final int LARGEST = 2048;
  private static final int IDLE_MILLIS = 60_000;

  /// A login is over by then.
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /// Where RMCP+ has its format, the kind of payload and its status (IPMI 2.0, tables 13-8, 13-13).
  private static final int FORMAT = 4;

  private static final int KIND = 5;
  private static final int STATUS = 17;
  private static final byte RMCP_PLUS = 6;
  private static final int KINDS = 0x3f;
  private static final int RAKP_2 = 0x13;
  private static final int RAKP_4 = 0x15;

  private final DatagramSocket there;
  private final InstantSource clock;
  private final Consumer<byte[]> caller;
  private volatile Optional<Instant> challenged = Optional.empty();
  private volatile boolean entered;

  Passage(InetSocketAddress board, InstantSource clock, Consumer<byte[]> caller)
      throws IOException {
    this.clock = clock;
    this.caller = caller;
    there = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    there.connect(board);
    there.setSoTimeout(IDLE_MILLIS);
    Thread.ofVirtual().start(this::listen);
  }

  void asks(byte[] bytes) throws IOException {
    there.send(new DatagramPacket(bytes, bytes.length));
  }

  boolean isOver() {
    return there.isClosed();
  }

  boolean refusedSince(Instant since) {
    Instant now = clock.instant();
    return !entered
        && challenged
            .filter(at -> !at.isBefore(since) && at.plus(MOMENT).isBefore(now))
            .isPresent();
  }

  private void listen() {
    while (!there.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        there.receive(packet);
        byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
        read(answer);
        caller.accept(answer);
      } catch (SocketTimeoutException _) {
        there.close();
      } catch (IOException _) {
        // The board isn't there, or we are at the end.
      }
    }
  }

  private void read(byte[] answer) {
    if (answer.length <= STATUS || answer[FORMAT] != RMCP_PLUS) {
      return;
    }
    int kind = answer[KIND] & KINDS;
    if (kind == RAKP_2) {
      challenged = Optional.of(clock.instant());
    } else if (kind == RAKP_4) {
      entered |= answer[STATUS] == 0;
    }
  }

  @Override
  public void close() {
    there.close();
  }
}
