package dev.feierabend.policies.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes as text, strictly: what isn't UTF-8 is complained about where it stands, never replaced.
final class Utf8 {
  private Utf8() {}

  static Optional<String> decode(byte[] bytes, Complaints complaints) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      complaints.add(
          Place.after(text),
          "UTF-8 text, as every editor can save it",
          "the byte 0x%02X".formatted(bytes[in.position()]));
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
