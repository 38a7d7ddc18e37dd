package dev.feierabend.app.demo;

import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.KeyName;

/// The key that signs a demonstration's checkpoints; a real one is drawn and kept apart.
public final class DemoKey {
  /// What every demonstration is called among logs.
  public static final KeyName ORIGIN = new KeyName("feierabend.dev/journal/demo");

  private DemoKey() {}

  public static CheckpointSigner of(long seed) {
    return CheckpointSigner.ofSeed(DemoSeed.bytes("key", seed));
  }
}
