package dev.feierabend.core.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// SHA-256 of a text that is told piece by piece (as UTF-8) and never there as a whole. What many
/// pieces have alike (an instant, a size, a power curve) is written once and then copied. Pieces
/// become bytes together, block by block, as most are shorter than what it costs to encode one.
final class TextDigest {
  private static final int BLOCK = 1 << 13;

  /// So many different values are kept at most: a fleet's text must not gather here either.
  private static final int REMEMBERED = 1 << 12;

  private final MessageDigest digest = sha256();
  private final Map<Object, Piece> known = new HashMap<>();

  /// A new one for each block, as one that had to become wider stays so.
  private StringBuilder block = new StringBuilder(BLOCK);

  /// @param narrow whether each of its letters is one byte
  private record Piece(String text, boolean narrow) {
    static Piece of(Object value) {
      String text = value.toString();
      return new Piece(text, text.getBytes(StandardCharsets.UTF_8).length == text.length());
    }
  }

  TextDigest add(String text) {
    if (block.length() + text.length() > BLOCK) {
      digestBlock();
      block = new StringBuilder(BLOCK);
    }
    block.append(text);
    return this;
  }

  /// As it prints itself.
  TextDigest add(Object value) {
    return add(value.toString());
  }

  TextDigest add(int number) {
    block.append(number);
    return this;
  }

  TextDigest add(boolean so) {
    block.append(so);
    return this;
  }

  /// As it prints itself; equal values do so alike.
  TextDigest alike(Object value) {
    Piece piece = known.get(value);
    if (piece == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      piece = Piece.of(value);
      known.put(value, piece);
    }
    return piece.narrow() ? add(piece.text()) : wide(piece.text());
  }

  /// By itself, as an arrow makes all of its block wider.
  private TextDigest wide(String text) {
    digestBlock();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private void digestBlock() {
    digest.update(block.toString().getBytes(StandardCharsets.UTF_8));
    block.setLength(0);
  }

  /// In lower case; nothing can be told afterwards.
  String hex() {
    digestBlock();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
