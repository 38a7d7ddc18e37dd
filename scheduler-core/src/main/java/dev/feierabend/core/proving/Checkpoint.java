package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// What a checkpoint's signature is taken of, and whether it holds.
final class Checkpoint {
  static final String ALGORITHM = "Ed25519";

  private Checkpoint() {}

  /// Three lines: what it is, the number, the hash.
  static byte[] text(Head head) {
    return "feierabend checkpoint v1\n%d\n%s\n"
        .formatted(head.number(), head.hash())
        .getBytes(UTF_8);
  }

  static String idOf(PublicKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static boolean holds(CheckpointSigned checkpoint, PublicKey key) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text(checkpoint.head()));
      return checkpoint.key().equals(idOf(key))
          && signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
