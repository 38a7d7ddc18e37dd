package dev.feierabend.core.proving;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/// The public key of checkpoints as a text file, PEM as `openssl pkey -pubout` writes it.
public final class CheckpointKey {
  /// What it is called beside the journal whose checkpoints it proves.
  public static final String FILE = "checkpoint.pub";

  /// The same for programs that read signed notes: a verifier key's line.
  public static final String VERIFIER = "checkpoint.vkey";

  private CheckpointKey() {}

  public static String pem(PublicKey key) {
    return Pem.PUBLIC_KEY.encode(key.getEncoded());
  }

  /// @throws IllegalArgumentException where `pem` is no Ed25519 public key
  public static PublicKey of(String pem) {
    try {
      var spec = new X509EncodedKeySpec(Pem.PUBLIC_KEY.decode(pem));
      return KeyFactory.getInstance(Checkpoint.ALGORITHM).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected an Ed25519 public key in PEM", e);
    }
  }
}
