package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What a [FaultyPath] says in an API server's place.
final class Refusals {
  /// RFC 6455 names it.
  private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final String STATUS =
      "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\"%s\",\"reason\":\"%s\",\"code\":%d}";
  private static final String EXPIRED =
      STATUS.formatted("too old resource version: 1 (2)", "Expired", 410);

  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;

  private Refusals() {}

  static byte[] answer(Mishap.Answer refusal) {
    int code = refusal.code();
    String body = STATUS.formatted("a fault on the way", reason(code), code);
    String wait =
        refusal.retryAfter().map(it -> "Retry-After: " + it.toSeconds() + "\r\n").orElse("");
    return "HTTP/1.1 %d Fault\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(code, body.getBytes(UTF_8).length, wait, body)
        .getBytes(UTF_8);
  }

  /// The watch's handshake, one event of type ERROR in a text frame, and the end.
  static byte[] gone(HttpMessage asked) {
    byte[] event = "{\"type\":\"ERROR\",\"object\":%s}".formatted(EXPIRED).getBytes(UTF_8);
    if (asked.header("Sec-WebSocket-Key").isEmpty()) {
      return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(event.length, new String(event, UTF_8))
          .getBytes(UTF_8);
    }
    var said = new ByteArrayOutputStream();
    said.writeBytes(handshake(asked).getBytes(UTF_8));
    said.write(TEXT);
    said.write(126);
    said.write(event.length >> 8);
    said.write(event.length);
    said.writeBytes(event);
    said.write(CLOSE);
    said.write(0);
    return said.toByteArray();
  }

  private static String handshake(HttpMessage asked) {
    String protocol =
        asked
            .header("Sec-WebSocket-Protocol")
            .map(it -> "Sec-WebSocket-Protocol: " + it.split(",")[0].strip() + "\r\n")
            .orElse("");
    return """
    HTTP/1.1 101 Switching Protocols\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Accept: %s\r
    %s\r
    """
        .formatted(accept(asked.header("Sec-WebSocket-Key").orElse("")), protocol);
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + WEB_SOCKET).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }

  private static String reason(int code) {
    return switch (code) {
      case 409 -> "Conflict";
      case 410 -> "Expired";
      case 429 -> "TooManyRequests";
      case 403 -> "Forbidden";
      default -> "InternalError";
    };
  }
}
