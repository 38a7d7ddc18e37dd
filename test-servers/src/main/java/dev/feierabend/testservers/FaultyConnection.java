package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One client's connection through a [FaultyPath], and its own on to the server: request after
/// request, until a watch makes a tunnel of it.
final class FaultyConnection {
  /// Who was clamped off is not waited for longer.
  private static final int PATIENCE_MILLIS = 30_000;

  private record Request(ApiRequest asked, HttpMessage head, ByteArrayOutputStream body) {}

  private final FaultyPath path;
  private final Socket client;
  private @Nullable Socket server;
  private @Nullable InputStream fromServer;
  private volatile boolean watching;

  FaultyConnection(FaultyPath path, Socket client) {
    this.path = path;
    this.client = client;
  }

  boolean watching() {
    return watching;
  }

  void serve() {
    try (client) {
      var in = new BufferedInputStream(client.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        Optional<Request> next = next(in);
        goesOn = next.isPresent() && answer(next.get(), in, client.getOutputStream());
      }
    } catch (IOException gone) {
      // Either side may leave whenever it likes.
    } finally {
      close();
    }
  }

  synchronized void close() {
    quietly(client);
    if (server != null) {
      quietly(server);
    }
  }

  private static Optional<Request> next(InputStream in) throws IOException {
    Optional<HttpMessage> head = HttpMessage.read(in);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    HttpMessage message = head.get();
    var body = new ByteArrayOutputStream();
    message.passRequestBody(in, body);
    var asked =
        new ApiRequest(
            message.word(0),
            message.word(1),
            message.header("User-Agent").orElse(""),
            body.toString(UTF_8));
    return Optional.of(new Request(asked, message, body));
  }

  /// False where nothing more comes on this connection.
  private boolean answer(Request request, InputStream in, OutputStream out) throws IOException {
    return switch (path.fateOf(request.asked())) {
      case Mishap.None _ -> pass(request, in, out);
      case Mishap.Late(var by) -> {
        LockSupport.parkNanos(by.toNanos());
        yield pass(request, in, out);
      }
      case Mishap.Answer answer -> {
        out.write(Refusals.answer(answer));
        out.flush();
        path.note(request.asked(), answer.code());
        yield true;
      }
      case Mishap.Silence _ -> untilItLeaves(in);
      case Mishap.Lost _ -> {
        HttpMessage answer = forward(request);
        answer.passAnswerBody(fromServer(), OutputStream.nullOutputStream());
        path.note(request.asked(), answer.code());
        yield untilItLeaves(in);
      }
      case Mishap.Cut _ -> false;
      case Mishap.Gone _ -> {
        out.write(Refusals.gone(request.head()));
        out.flush();
        path.note(request.asked(), 410);
        yield false;
      }
    };
  }

  private boolean pass(Request request, InputStream in, OutputStream out) throws IOException {
    watching = request.asked().watches();
    HttpMessage answer = forward(request);
    path.note(request.asked(), answer.code());
    answer.write(out);
    if (answer.code() == 101) {
      tunnel(in, out);
      return false;
    }
    if (watching) {
      onwards().setSoTimeout(0);
    }
    answer.passAnswerBody(fromServer(), out);
    watching = false;
    return true;
  }

  private HttpMessage forward(Request request) throws IOException {
    Socket to = onwards();
    to.setSoTimeout(PATIENCE_MILLIS);
    request.head().write(to.getOutputStream());
    request.body().writeTo(to.getOutputStream());
    to.getOutputStream().flush();
    return HttpMessage.read(fromServer())
        .orElseThrow(() -> new IOException("The server left without an answer"));
  }

  private void tunnel(InputStream in, OutputStream out) throws IOException {
    Socket to = onwards();
    to.setSoTimeout(0);
    OutputStream toServer = to.getOutputStream();
    Thread.ofVirtual().start(() -> pour(in, toServer));
    pour(fromServer(), out);
  }

  private void pour(InputStream from, OutputStream to) {
    var buffer = new byte[8192];
    try {
      for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
        to.write(buffer, 0, length);
        to.flush();
      }
    } catch (IOException gone) {
      // The other direction ends with this one.
    } finally {
      close();
    }
  }

  private static boolean untilItLeaves(InputStream in) throws IOException {
    in.skipNBytes(Long.MAX_VALUE);
    return false;
  }

  private synchronized Socket onwards() throws IOException {
    if (server == null) {
      server = path.onwards();
      fromServer = new BufferedInputStream(server.getInputStream());
    }
    return server;
  }

  private InputStream fromServer() throws IOException {
    onwards();
    return Objects.requireNonNull(fromServer);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed, one way or another.
    }
  }
}
