package dev.feierabend.core.proving;

/// SipHash-2-4 of a text's UTF-16 (Aumasson and Bernstein, 2012): who doesn't know the key can't
/// find two texts of one hash.
final class SipHash {
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash(long key0, long key1) {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
  }

  static long of(long key0, long key1, String text) {
    var hash = new SipHash(key0, key1);
    int length = text.length();
    int whole = length & ~3;
    for (int i = 0; i < whole; i += 4) {
      hash.word(word(text, i, i + 4));
    }
    hash.word(word(text, whole, length) | ((long) length << 57));
    return hash.finished();
  }

  /// Up to four characters, the first in the lowest bits.
  private static long word(String text, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 16 | text.charAt(i);
    }
    return word;
  }

  private void word(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  private long finished() {
    v2 ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round();
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
