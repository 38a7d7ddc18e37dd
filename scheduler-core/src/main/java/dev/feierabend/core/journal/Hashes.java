package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// SHA-256 in hex, and the canonical JSON (RFC 8785) it is taken of.
final class Hashes {
  /// To look one up takes half as long as to hash a commit.
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hashes::digest);

  private Hashes() {}

  static String sha256(String text) {
    return HexFormat.of().formatHex(SHA_256.get().digest(text.getBytes(UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String canonical(Object value) {
    try {
      var json = JournalMapper.SHARED.writeValueAsString(value);
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected a value that JSON can carry", e);
    } catch (IOException e) {
      throw new IllegalStateException("The mapper writes JSON", e);
    }
  }
}
