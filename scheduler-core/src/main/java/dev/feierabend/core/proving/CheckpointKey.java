package dev.feierabend.core.proving;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The public key of checkpoints as a text file, PEM as `openssl pkey -pubout` writes it.
public final class CheckpointKey {
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  private CheckpointKey() {}

  public static String pem(PublicKey key) {
    return "%s\n%s\n%s\n"
        .formatted(BEGIN, Base64.getEncoder().encodeToString(key.getEncoded()), END);
  }

  /// @throws IllegalArgumentException where `pem` is no Ed25519 public key
  public static PublicKey of(String pem) {
    try {
      String base64 = pem.strip().replace(BEGIN, "").replace(END, "");
      var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
      return KeyFactory.getInstance(Checkpoint.ALGORITHM).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected an Ed25519 public key in PEM", e);
    }
  }
}
