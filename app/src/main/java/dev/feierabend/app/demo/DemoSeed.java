package dev.feierabend.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// What would be drawn at random in earnest comes from the seed here, so that the same seed leaves
/// the same journal.
final class DemoSeed {
  private DemoSeed() {}

  /// 32 bytes for this purpose.
  static byte[] bytes(String purpose, long seed) {
    try {
      String text = "feierabend demo, %s, %d".formatted(purpose, seed);
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
