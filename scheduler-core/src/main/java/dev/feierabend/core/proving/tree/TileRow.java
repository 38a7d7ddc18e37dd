package dev.feierabend.core.proving.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A tile's hashes as bytes, one behind the other.
public final class TileRow {
  private TileRow() {}

  public static byte[] joined(List<MerkleHash> hashes) {
    var bytes = new ByteArrayOutputStream();
    hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
    return bytes.toByteArray();
  }

  public static List<MerkleHash> split(byte[] tile) {
    var hashes = new ArrayList<MerkleHash>();
    for (int at = 0; at < tile.length; at += MerkleHash.LENGTH) {
      hashes.add(MerkleHash.of(tile, at));
    }
    return hashes;
  }

  /// What stands for a full tile in the tile above it.
  public static MerkleHash root(byte[] tile) {
    var tree = new MerkleTree();
    split(tile).forEach(tree::append);
    return tree.root();
  }
}
