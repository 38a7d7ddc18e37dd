package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.proving.tree.EntryBundle;
import dev.feierabend.core.proving.tree.TileId;
import dev.feierabend.core.proving.tree.Tiling;

/// Cuts entries into bundles as wide as the tiles over them.
final class Bundling {
  private final Tiling.Sink sink;
  private EntryBundle bundle = new EntryBundle();
  private long index;

  Bundling(Tiling.Sink sink) {
    this.sink = sink;
  }

  void append(byte[] entry) {
    bundle.append(entry);
    if (bundle.width() == TileId.FULL) {
      finish();
    }
  }

  /// Hands out the unfinished bundle.
  void finish() {
    if (bundle.width() > 0) {
      sink.take(new TileId(0, index, bundle.width()), bundle.bytes());
      bundle = new EntryBundle();
      index++;
    }
  }
}
