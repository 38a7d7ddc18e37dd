package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.proving.tree.TileId;
import dev.feierabend.core.proving.tree.Tiling;
import java.io.ByteArrayOutputStream;

/// Cuts entries into bundles as wide as the tiles over them: each entry behind its length in two
/// bytes (c2sp.org/tlog-tiles).
final class Bundling {
  /// What two bytes can say.
  private static final int LONGEST = 0xffff;

  private final Tiling.Sink sink;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long index;
  private int width;

  Bundling(Tiling.Sink sink) {
    this.sink = sink;
  }

  void append(byte[] entry) {
    if (entry.length > LONGEST) {
      throw new IllegalArgumentException(
          "Expected entries of at most %d bytes but found %d".formatted(LONGEST, entry.length));
    }
    bytes.write(entry.length >> 8);
    bytes.write(entry.length);
    bytes.writeBytes(entry);
    width++;
    if (width == TileId.FULL) {
      finish();
    }
  }

  /// Hands out the unfinished bundle.
  void finish() {
    if (width > 0) {
      sink.take(new TileId(0, index, width), bytes.toByteArray());
      bytes.reset();
      width = 0;
      index++;
    }
  }
}
