package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The head of an HTTP/1.1 request or answer, and where its body ends.
///
/// @param lines the first line and the headers, without their ends
record HttpMessage(List<String> lines) {
  private static final int LONGEST = 64 * 1024;
  private static final byte[] LINE_END = {'\r', '\n'};

  /// The next message on a connection; empty where it has ended instead.
  static Optional<HttpMessage> read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.size() > LONGEST) {
        return Optional.empty();
      }
      head.write(next);
      text = next == '\n' ? head.toString(ISO_8859_1) : "";
    }
    return Optional.of(new HttpMessage(text.lines().filter(line -> !line.isEmpty()).toList()));
  }

  /// `PATCH`, or `HTTP/1.1`.
  String word(int index) {
    return lines.getFirst().split(" ", 3)[index];
  }

  int code() {
    return Integer.parseInt(word(1));
  }

  Optional<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }

  void write(OutputStream out) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  /// Passes the body of a request on, as it stands on the wire.
  void passRequestBody(InputStream in, OutputStream out) throws IOException {
    passBody(in, out, 0);
  }

  /// Passes an answer's body on; one that says no length goes on until the connection ends.
  void passAnswerBody(InputStream in, OutputStream out) throws IOException {
    boolean none = code() == 204 || code() == 304;
    passBody(in, out, none ? 0 : Long.MAX_VALUE);
  }

  private void passBody(InputStream in, OutputStream out, long unsaid) throws IOException {
    if (header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      passChunks(in, out);
    } else {
      pass(in, out, header("Content-Length").map(Long::valueOf).orElse(unsaid));
    }
  }

  private static void passChunks(InputStream in, OutputStream out) throws IOException {
    long length = -1;
    while (length != 0) {
      String size = line(in);
      length = Long.parseLong(size.split(";", 2)[0].strip(), 16);
      out.write(size.getBytes(ISO_8859_1));
      out.write(LINE_END);
      pass(in, out, length);
      out.write(line(in).getBytes(ISO_8859_1));
      out.write(LINE_END);
      out.flush();
    }
  }

  private static void pass(InputStream in, OutputStream out, long length) throws IOException {
    var buffer = new byte[8192];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0 && length < Long.MAX_VALUE) {
        throw new EOFException("%d bytes of %d are missing".formatted(left, length));
      }
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      out.flush();
      left -= read;
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("A chunk is missing");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
