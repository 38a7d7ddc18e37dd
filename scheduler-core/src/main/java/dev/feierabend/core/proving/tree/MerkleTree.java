package dev.feierabend.core.proving.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/// A tree that grows leaf by leaf and gives its root at any time. It keeps the roots of its perfect
/// subtrees alone, one for each bit of its size.
public final class MerkleTree {
  /// The smallest, rightmost subtree first.
  private final Deque<MerkleHash> subtrees = new ArrayDeque<>();

  private long size;

  public void append(MerkleHash leaf) {
    MerkleHash grown = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
      grown = MerkleHash.node(subtrees.pop(), grown);
    }
    subtrees.push(grown);
    size++;
  }

  public long size() {
    return size;
  }

  public MerkleHash root() {
    return subtrees.stream()
        .reduce((right, left) -> MerkleHash.node(left, right))
        .orElse(MerkleHash.EMPTY);
  }
}
