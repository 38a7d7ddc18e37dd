package dev.feierabend.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.KeyName;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// The key that signs a demonstration's checkpoints. It comes from the seed, so that the same seed
/// leaves the same journal; a real one is drawn and kept apart.
public final class DemoKey {
  /// What every demonstration is called among logs.
  public static final KeyName ORIGIN = new KeyName("feierabend.dev/journal/demo");

  private DemoKey() {}

  public static CheckpointSigner of(long seed) {
    try {
      String text = "feierabend demo " + seed;
      return CheckpointSigner.ofSeed(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
