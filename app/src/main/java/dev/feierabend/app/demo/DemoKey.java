package dev.feierabend.app.demo;

import dev.feierabend.core.proving.CheckpointSigner;

/// The key that signs a demonstration's checkpoints; a real one is drawn and kept apart.
public final class DemoKey {
  private DemoKey() {}

  public static CheckpointSigner of(long seed) {
    return CheckpointSigner.ofSeed(DemoSeed.bytes("key", seed));
  }
}
