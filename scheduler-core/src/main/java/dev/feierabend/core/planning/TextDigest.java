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
  private final Map<Object, String> known = new HashMap<>();
  private StringBuilder block = new StringBuilder(BLOCK);

  TextDigest add(String text) {
    if (block.length() + text.length() > BLOCK) {
      digestBlock();
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
    String text = known.get(value);
    if (text == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      text = value.toString();
      known.put(value, text);
    }
    return add(text);
  }

  /// A new one afterwards: one that has had an arrow in it is wider for good.
  private void digestBlock() {
    digest.update(block.toString().getBytes(StandardCharsets.UTF_8));
    block = new StringBuilder(BLOCK);
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
