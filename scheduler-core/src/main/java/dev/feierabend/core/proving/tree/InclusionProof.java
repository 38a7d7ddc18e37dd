package dev.feierabend.core.proving.tree;

import java.util.List;
import java.util.Optional;

/// That a leaf is the `index`th, from 0, of a tree of `size` leaves. `path` leads from the leaf's
/// sibling up to the root's child.
public record InclusionProof(long index, long size, List<MerkleHash> path) {
  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "Expected a leaf of %d, from 0, but found %d".formatted(size, index));
    }
  }

  /// The root that follows from `leaf`; empty where the path is too short or too long. By RFC 9162,
  /// 2.1.3.2.
  public Optional<MerkleHash> root(MerkleHash leaf) {
    long node = index;
    long last = size - 1;
    MerkleHash root = leaf;
    for (MerkleHash sibling : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        root = MerkleHash.node(sibling, root);
        int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        root = MerkleHash.node(root, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  public boolean holds(MerkleHash leaf, MerkleHash root) {
    return root(leaf).filter(root::equals).isPresent();
  }
}
