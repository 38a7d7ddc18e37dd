package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands over UDP before a machine's board and does to what passes what a test wants; and sees who
/// was let in.
public final class FaultyDatagrams implements AutoCloseable {
  /// What becomes of datagrams.
  public enum Fault {
    NONE,
    /// None arrives, either way.
    AWAY,
    /// Every fifth is lost.
    LOSSY,
    /// What the board answers comes after forty seconds.
    LATE,
    /// In its place comes what makes no sense.
    GARBAGE,
    /// Half of it comes.
    HALF
  }

  private static final Duration LATE = Duration.ofSeconds(40);
  private static final int LARGEST = 2048;
  private static final int LOST = 5;
  private static final byte[] NONSENSE = "<html>%&$!".getBytes(StandardCharsets.US_ASCII);

  private final InetSocketAddress board;
  private final InstantSource clock;
  private final DatagramSocket here;
  private final Map<SocketAddress, Passage> passages = new ConcurrentHashMap<>();
  private final AtomicInteger passed = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  /// @param board its address, as `127.0.0.1:40623`
  /// @param clock by which logins are noted
  public FaultyDatagrams(String board, InstantSource clock) {
    this.clock = clock;
    this.board =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(),
            Integer.parseInt(board.substring(board.indexOf(':') + 1)));
    try {
      here = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  public String address() {
    return "127.0.0.1:" + here.getLocalPort();
  }

  /// From now on.
  public void fault(Fault next) {
    fault = next;
  }

  /// How many logins since then weren't let in: the board answered the challenge and never opened
  /// the session (IPMI 2.0, section 13.20). Those of the last moment may still be.
  public long refused(Instant since) {
    return passages.values().stream().filter(it -> it.refusedSince(since)).count();
  }

  private void listen() {
    while (!here.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        here.receive(packet);
        byte[] asked = Arrays.copyOf(packet.getData(), packet.getLength());
        SocketAddress from = packet.getSocketAddress();
        if (arrives()) {
          passages.compute(from, this::passage).asks(asked);
        }
      } catch (IOException _) {
        // Whoever sent it sends it again, or we are at the end.
      }
    }
  }

  /// A caller may have the address of one who has long gone.
  private Passage passage(SocketAddress from, @Nullable Passage known) {
    if (known != null && !known.isOver()) {
      return known;
    }
    try {
      return new Passage(board, clock, answer -> answer(from, answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean arrives() {
    return switch (fault) {
      case AWAY -> false;
      case LOSSY -> passed.incrementAndGet() % LOST != 0;
      case NONE, LATE, GARBAGE, HALF -> true;
    };
  }

  private void answer(SocketAddress to, byte[] answer) {
    switch (fault) {
      case NONE -> send(to, answer);
      case AWAY -> {}
      case LOSSY -> {
        if (arrives()) {
          send(to, answer);
        }
      }
      case LATE ->
          CompletableFuture.delayedExecutor(LATE.toSeconds(), TimeUnit.SECONDS)
              .execute(() -> send(to, answer));
      case GARBAGE -> send(to, NONSENSE);
      case HALF -> send(to, Arrays.copyOf(answer, answer.length / 2));
    }
  }

  private void send(SocketAddress to, byte[] bytes) {
    try {
      here.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException _) {
      // Nobody waits for it any more.
    }
  }

  @Override
  public void close() {
    here.close();
    passages.values().forEach(Passage::close);
  }
}
