package dev.feierabend.core.proving.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A tree of numbered leaves, its tiles and its roots by the definition of RFC 6962: slow, and
/// plain to see.
final class Grove {
  final List<MerkleHash> leaves;
  final Set<String> read = new TreeSet<>();
  private final Map<List<Integer>, MerkleHash> roots = new HashMap<>();

  Grove(int size) {
    leaves = IntStream.range(0, size).mapToObj(Grove::leaf).toList();
  }

  static MerkleHash leaf(int index) {
    return MerkleHash.leaf(("leaf " + index).getBytes(UTF_8));
  }

  MerkleHash root(int from, int to) {
    if (from == to) {
      return MerkleHash.EMPTY;
    }
    if (to - from == 1) {
      return leaves.get(from);
    }
    var known = roots.get(List.of(from, to));
    if (known == null) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      known = MerkleHash.node(root(from, middle), root(middle, to));
      roots.put(List.of(from, to), known);
    }
    return known;
  }

  /// Tiles as c2sp.org/tlog-tiles defines them.
  byte[] tile(TileId tile) {
    read.add(tile.level() + "/" + tile.indexPath());
    int leaf = 1 << (8 * tile.level());
    byte[] hashes = new byte[tile.width() * MerkleHash.LENGTH];
    for (int i = 0; i < tile.width(); i++) {
      int from = (int) ((tile.index() * TileId.FULL + i) * leaf);
      byte[] hash = root(from, from + leaf).bytes();
      System.arraycopy(hash, 0, hashes, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
    }
    return hashes;
  }

  TiledTree ofSize(int size) {
    return new TiledTree(this::tile, size);
  }
}
