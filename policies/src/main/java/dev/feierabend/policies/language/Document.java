package dev.feierabend.policies.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A document as it was handed in. `digest` is the SHA-256 (hex) of its bytes: an approval binds
/// the bytes, not what some parser made of them.
public record Document(String text, String digest) {

  public static Document of(byte[] utf8) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8);
      return new Document(new String(utf8, StandardCharsets.UTF_8), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
