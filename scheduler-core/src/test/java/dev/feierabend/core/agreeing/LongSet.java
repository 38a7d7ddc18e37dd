package dev.feierabend.core.agreeing;

import java.util.Arrays;

/// Numbers above zero, many millions of them, by open addressing.
final class LongSet {
  private long[] slots = new long[1 << 16];
  private int size;

  int size() {
    return size;
  }

  /// True if it wasn't there.
  boolean add(long value) {
    if (2L * size >= slots.length) {
      grow();
    }
    if (put(value)) {
      size++;
      return true;
    }
    return false;
  }

  private boolean put(long value) {
    int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = value;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    Arrays.stream(old).filter(value -> value != 0).forEach(this::put);
  }
}
