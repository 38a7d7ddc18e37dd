package dev.feierabend.core.proving.notes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 as notes use it: a public key is its 32 bytes (RFC 8032).
final class Ed25519 {
  static final String NAME = "Ed25519";
  static final int KEY_LENGTH = 32;

  /// What stands before the 32 bytes in the X.509 form (RFC 8410).
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /// @throws IllegalArgumentException where the key is another algorithm's
  static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded.length != X509.length + KEY_LENGTH
        || !Arrays.equals(encoded, 0, X509.length, X509, 0, X509.length)) {
      throw new IllegalArgumentException(
          "Expected an Ed25519 key but found one of " + key.getAlgorithm());
    }
    return Arrays.copyOfRange(encoded, X509.length, encoded.length);
  }

  /// @throws IllegalArgumentException where the bytes are no point of the curve
  static PublicKey key(byte[] raw) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
    System.arraycopy(raw, 0, encoded, X509.length, KEY_LENGTH);
    try {
      return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected an Ed25519 public key", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      var verifier = Signature.getInstance(NAME);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
