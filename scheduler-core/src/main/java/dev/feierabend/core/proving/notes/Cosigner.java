package dev.feierabend.core.proving.notes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;

/// Cosigns checkpoints under a name with an Ed25519 key that signs nothing else.
public record Cosigner(KeyName name, KeyPair keys) {
  public CosignerKey verifier() {
    return new CosignerKey(name, keys.getPublic());
  }

  /// @param text a checkpoint's, without signatures
  public Cosignature cosign(String text, Instant at) {
    long seconds = at.getEpochSecond();
    try {
      var signature = Signature.getInstance(Ed25519.NAME);
      signature.initSign(keys.getPrivate());
      signature.update(CosignerKey.message(text, seconds));
      byte[] signed = signature.sign();
      byte[] timed =
          ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array();
      return new Cosignature(
          NoteSignature.of(name, verifier().number(), timed), Instant.ofEpochSecond(seconds));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key signs", e);
    }
  }
}
