package dev.feierabend.core.proving.tree;

/// Where a tree's tiles are read.
@FunctionalInterface
public interface Tiles {
  /// The hashes of `tile`, one behind the other.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where there is no such tile, or it can't be read
  byte[] read(TileId tile);
}
