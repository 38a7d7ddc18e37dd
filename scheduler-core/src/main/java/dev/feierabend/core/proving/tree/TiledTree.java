package dev.feierabend.core.proving.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// A tree of `size` leaves that lies in tiles. Whatever is asked of it reads a tile or two for each
/// eight levels of the tree.
public final class TiledTree {
  private final Tiles tiles;
  private final long size;
  private final Map<TileId, byte[]> read = new HashMap<>();

  public TiledTree(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  public MerkleHash root() {
    return size == 0 ? MerkleHash.EMPTY : root(0, size);
  }

  /// That leaf `index`, from 0, is in the tree (RFC 6962, 2.1.1).
  ///
  /// @throws IllegalArgumentException where the tree has no such leaf
  public InclusionProof inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "Expected a leaf from 0 to %d but found %d".formatted(size - 1, index));
    }
    var path = new ArrayList<MerkleHash>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + half(to - from);
      if (index < middle) {
        path.add(root(middle, to));
        to = middle;
      } else {
        path.add(root(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path.reversed());
  }

  /// That the tree's first `earlier` leaves were all of it once (RFC 6962, 2.1.2).
  ///
  /// @throws IllegalArgumentException where the tree was never that small, or that large
  public ConsistencyProof consistency(long earlier) {
    if (earlier < 1 || earlier > size) {
      throw new IllegalArgumentException(
          "Expected an earlier size from 1 to %d but found %d".formatted(size, earlier));
    }
    var path = new ArrayList<MerkleHash>();
    long from = 0;
    long to = size;
    while (to != earlier) {
      long middle = from + half(to - from);
      if (earlier <= middle) {
        path.add(root(middle, to));
        to = middle;
      } else {
        path.add(root(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      path.add(root(from, to));
    }
    return new ConsistencyProof(earlier, size, path.reversed());
  }

  /// The largest power of two below `leaves`.
  private static long half(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  private MerkleHash root(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      int height = Long.numberOfTrailingZeros(leaves);
      return perfect(height, from >>> height);
    }
    long middle = from + half(leaves);
    return MerkleHash.node(root(from, middle), root(middle, to));
  }

  /// The root of a perfect subtree, the `index`th of its height.
  private MerkleHash perfect(int height, long index) {
    int level = height / TileId.HEIGHT;
    int within = height % TileId.HEIGHT;
    long first = index << within;
    byte[] tile = tile(level, first / TileId.FULL);
    int at = (int) (first % TileId.FULL);
    var subtree = new MerkleTree();
    for (int i = 0; i < 1 << within; i++) {
      subtree.append(MerkleHash.of(tile, (at + i) * MerkleHash.LENGTH));
    }
    return subtree.root();
  }

  private byte[] tile(int level, long index) {
    var tile = new TileId(level, index, TileId.widthIn(size, level, index));
    return read.computeIfAbsent(tile, tiles::read);
  }
}
