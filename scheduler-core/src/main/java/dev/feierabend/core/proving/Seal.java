package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How a checkpoint was signed. Neither form goes away: what was signed once is verified for ever.
public sealed interface Seal {
  /// A checkpoint of the Merkle tree as a signed note (c2sp.org/tlog-checkpoint), the whole text.
  record Note(String text) implements Seal {
    /// SHA-256 of the whole text: what is stamped with the time.
    public byte[] digest() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }

    public String digestInHex() {
      return HexFormat.of().formatHex(digest());
    }
  }

  /// As revision 1 signed: three lines, which `Checkpoint` spells, about the head alone. `key` is
  /// the SHA-256 (hex) of the public key's X.509 form, `signature` Ed25519 in Base64.
  record Lines(String key, String signature) implements Seal {}
}
