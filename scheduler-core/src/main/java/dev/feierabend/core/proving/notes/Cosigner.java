package dev.feierabend.core.proving.notes;

import java.nio.ByteBuffer;
import java.time.Instant;

/// Cosigns checkpoints under a name with an Ed25519 key that signs nothing else.
public record Cosigner(KeyName name, KeptKey key) {
  public CosignerKey verifier() {
    return new CosignerKey(name, key.publicKey());
  }

  /// @param text a checkpoint's, without signatures
  public Cosignature cosign(String text, Instant at) {
    long seconds = at.getEpochSecond();
    byte[] signed = key.sign(CosignerKey.message(text, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array();
    return new Cosignature(
        NoteSignature.of(name, verifier().number(), timed), Instant.ofEpochSecond(seconds));
  }
}
