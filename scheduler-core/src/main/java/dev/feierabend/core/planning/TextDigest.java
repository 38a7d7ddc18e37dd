package dev.feierabend.core.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// SHA-256 of a text that is told piece by piece (as UTF-8) and never there as a whole. What many
/// pieces have alike (an instant, a size, a power curve) is written once and then copied.
final class TextDigest {
  private static final int BLOCK = 1 << 13;

  /// So many different values are kept at most: a fleet's text must not gather here either.
  private static final int REMEMBERED = 1 << 12;

  private final MessageDigest digest = sha256();
  private final Map<Object, byte[]> known = new HashMap<>();
  private final byte[] block = new byte[BLOCK];
  private int filled;

  TextDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// As it prints itself.
  TextDigest add(Object value) {
    return add(value.toString());
  }

  TextDigest add(int number) {
    return add(Integer.toString(number));
  }

  /// As it prints itself; equal values do so alike.
  TextDigest alike(Object value) {
    byte[] text = known.get(value);
    if (text == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      text = value.toString().getBytes(StandardCharsets.UTF_8);
      known.put(value, text);
    }
    return add(text);
  }

  private TextDigest add(byte[] text) {
    if (text.length > block.length - filled) {
      digest.update(block, 0, filled);
      filled = 0;
    }
    if (text.length > block.length) {
      digest.update(text);
    } else {
      System.arraycopy(text, 0, block, filled, text.length);
      filled += text.length;
    }
    return this;
  }

  /// In lower case; nothing can be told afterwards.
  String hex() {
    digest.update(block, 0, filled);
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
