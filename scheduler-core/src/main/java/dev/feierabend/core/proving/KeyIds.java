package dev.feierabend.core.proving;

import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.VerifierKey;

/// Eight digits by which people tell keys apart: the id that stands in verifier keys.
public final class KeyIds {
  private static final int DIGITS = 8;

  private KeyIds() {}

  /// Of the key that sealed.
  public static String of(Seal seal) {
    return switch (seal) {
      case Seal.Note(var text) -> SignedNote.parse(text).signatures().getFirst().idInHex();
      case Seal.Lines(var key, _) -> key.substring(0, Math.min(DIGITS, key.length()));
    };
  }

  /// Of a verifier key's line.
  public static String of(String verifierKey) {
    return VerifierKey.parse(verifierKey).id();
  }
}
