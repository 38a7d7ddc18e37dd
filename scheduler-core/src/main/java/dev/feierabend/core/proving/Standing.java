package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.MerkleTree;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the history stands behind a commit: the tree over it, and every owner's last commit.
final class Standing {
  private final MerkleTree tree = new MerkleTree();
  private final Map<Owner, Head> owners = new HashMap<>();
  private Head first = Head.GENESIS;
  private Head head = Head.GENESIS;

  /// What the tree holds of a commit.
  static byte[] entry(Commit commit) {
    return commit.sealed().getBytes(UTF_8);
  }

  /// Commits are taken in order.
  void take(Commit commit) {
    tree.append(MerkleHash.leaf(entry(commit)));
    head = commit.head();
    owners.put(commit.header().owner(), head);
    if (head.number() == 1) {
      first = head;
    }
  }

  Head first() {
    return first;
  }

  Head head() {
    return head;
  }

  TreeHead tree(KeyName origin) {
    return TreeHead.of(origin, tree.size(), tree.root());
  }

  MerkleHash root() {
    return tree.root();
  }

  List<Head> heads() {
    return sorted(owners.values());
  }

  /// To be changed freely.
  Map<Owner, Head> owners() {
    return new HashMap<>(owners);
  }

  static List<Head> sorted(Collection<Head> heads) {
    return heads.stream().sorted(Comparator.comparingLong(Head::number)).toList();
  }
}
