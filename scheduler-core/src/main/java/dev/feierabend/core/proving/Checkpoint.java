package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// A checkpoint's seals, opened.
final class Checkpoint {
  static final String ALGORITHM = "Ed25519";

  private Checkpoint() {}

  /// What revision 1 signed: what it is, the number, the hash.
  private static byte[] lines(Head head) {
    return "feierabend checkpoint v1\n%d\n%s\n"
        .formatted(head.number(), head.hash())
        .getBytes(UTF_8);
  }

  private static String idOf(PublicKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static boolean holds(Seal.Lines seal, Head head, PublicKey key) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(lines(head));
      return seal.key().equals(idOf(key))
          && signature.verify(Base64.getDecoder().decode(seal.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /// What a note says of the tree.
  ///
  /// @throws IllegalArgumentException where it is no checkpoint
  static TreeHead tree(Seal.Note seal) {
    return TreeHead.parse(SignedNote.parse(seal.text()).text());
  }
}
