package dev.feierabend.core.proving.tree;

import java.util.List;

/// That a tree of `later` leaves begins with one of `earlier` leaves.
public record ConsistencyProof(long earlier, long later, List<MerkleHash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
    if (earlier < 1 || later < earlier) {
      throw new IllegalArgumentException(
          "Expected an earlier size from 1 to %d but found %d".formatted(later, earlier));
    }
  }

  /// By RFC 9162, 2.1.4.2.
  public boolean holds(MerkleHash earlierRoot, MerkleHash laterRoot) {
    if (earlier == later) {
      return path.isEmpty() && earlierRoot.equals(laterRoot);
    }
    boolean perfect = Long.bitCount(earlier) == 1;
    if (path.isEmpty() && !perfect) {
      return false;
    }
    var hashes = perfect ? path : path.subList(1, path.size());
    return holds(perfect ? earlierRoot : path.getFirst(), hashes, earlierRoot, laterRoot);
  }

  private boolean holds(
      MerkleHash first, List<MerkleHash> hashes, MerkleHash earlierRoot, MerkleHash laterRoot) {
    int skipped = Long.numberOfTrailingZeros(earlier);
    long node = (earlier - 1) >>> skipped;
    long last = (later - 1) >>> skipped;
    MerkleHash before = first;
    MerkleHash after = first;
    for (MerkleHash hash : hashes) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        before = MerkleHash.node(hash, before);
        after = MerkleHash.node(hash, after);
        int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        after = MerkleHash.node(after, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && before.equals(earlierRoot) && after.equals(laterRoot);
  }
}
