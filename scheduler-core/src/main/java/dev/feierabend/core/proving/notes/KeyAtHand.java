package dev.feierabend.core.proving.notes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;

/// A key in this process's memory.
public record KeyAtHand(KeyPair keys) implements KeptKey {
  @Override
  public PublicKey publicKey() {
    return keys.getPublic();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance(Ed25519.NAME);
      signature.initSign(keys.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key signs", e);
    }
  }
}
