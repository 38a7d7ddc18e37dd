package dev.feierabend.core.proving.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Cuts a growing tree into tiles (c2sp.org/tlog-tiles) as its leaves come, holding one unfinished
/// tile a level. The tiles are exactly those that a tree of that size has.
public final class Tiling {
  /// Takes tiles, lowest level first where several are finished at once.
  @FunctionalInterface
  public interface Sink {
    void take(TileId tile, byte[] hashes);
  }

  private static final int FULL = TileId.FULL * MerkleHash.LENGTH;

  private final Sink sink;
  private final List<Level> levels = new ArrayList<>();

  public Tiling(Sink sink) {
    this.sink = sink;
  }

  public void append(MerkleHash leaf) {
    append(0, leaf);
  }

  private void append(int number, MerkleHash hash) {
    if (number == levels.size()) {
      levels.add(new Level(number));
    }
    Level level = levels.get(number);
    level.hashes.writeBytes(hash.bytes());
    if (level.hashes.size() == FULL) {
      append(number + 1, TileRow.root(level.emit(sink)));
    }
  }

  /// Hands out the unfinished tiles. Nothing is to be appended afterwards.
  public void finish() {
    levels.stream().filter(level -> level.hashes.size() > 0).forEach(level -> level.emit(sink));
  }

  private static final class Level {
    private final int number;
    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream(FULL);
    private long index;

    Level(int number) {
      this.number = number;
    }

    byte[] emit(Sink sink) {
      byte[] bytes = hashes.toByteArray();
      sink.take(new TileId(number, index, bytes.length / MerkleHash.LENGTH), bytes);
      hashes.reset();
      index++;
      return bytes;
    }
  }
}
