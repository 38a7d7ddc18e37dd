package dev.feierabend.core.proving.tree;

import java.io.ByteArrayOutputStream;

/// The entries under a lowest tile, each behind its length in two bytes (c2sp.org/tlog-tiles).
public final class EntryBundle {
  /// What two bytes can say.
  private static final int LONGEST = 0xffff;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int width;

  public void append(byte[] entry) {
    if (entry.length > LONGEST) {
      throw new IllegalArgumentException(
          "Expected entries of at most %d bytes but found %d".formatted(LONGEST, entry.length));
    }
    bytes.write(entry.length >>> 8);
    bytes.write(entry.length);
    bytes.writeBytes(entry);
    width++;
  }

  /// How many there are.
  public int width() {
    return width;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
