package dev.feierabend.testservers;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// A cable to a server on loopback that a test can cut (connections end), clamp (nothing comes
/// through any more, and nobody is told) or hold (it comes through once it is mended, however
/// late), and mend; and that it can make longer.
public final class Cable implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    CLAMPED,
    HELD
  }

  private final ServerSocket end;
  private final int server;
  private final Queue<Closeable> connections = new ConcurrentLinkedQueue<>();
  private State state = State.WHOLE;
  private volatile Duration way = Duration.ZERO;

  public Cable(int server) {
    this.server = server;
    try {
      end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return end.getLocalPort();
  }

  public void cut() {
    become(State.CUT);
    connections.forEach(Cable::quietly);
  }

  public void clamp() {
    become(State.CLAMPED);
  }

  public void hold() {
    become(State.HELD);
  }

  /// What is sent now takes this long to either side.
  public void lengthen(Duration to) {
    way = to;
  }

  /// What was clamped meanwhile stays lost, as on a real cable.
  public void mend() {
    become(State.WHOLE);
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  /// The state, once it isn't held any more.
  private synchronized State released() {
    boolean interrupted = false;
    while (state == State.HELD) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return state;
  }

  @Override
  public void close() {
    cut();
    quietly(end);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = end.accept();
        connections.add(client);
        if (released() == State.CUT) {
          quietly(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void connect(Socket client) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
      connections.add(far);
      pump(client, far);
      pump(far, client);
    } catch (IOException gone) {
      quietly(client);
    }
  }

  private void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to;
              InputStream in = from.getInputStream();
              OutputStream out = to.getOutputStream()) {
            pass(in, out);
          } catch (IOException gone) {
            quietly(to);
          }
        });
  }

  /// A connection that lost something carries nothing any more.
  private void pass(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[8192];
    boolean lost = false;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      lost = lost || released() == State.CLAMPED;
      if (!lost) {
        LockSupport.parkNanos(way.toNanos());
        out.write(buffer, 0, length);
        out.flush();
      }
    }
  }

  private static void quietly(Closeable connection) {
    try {
      connection.close();
    } catch (IOException gone) {
      // it is closed, one way or another
    }
  }
}
