package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.History;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.MerkleTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The trees that a history went through as it grew. Of a history that was verified before.
public sealed interface Growth {
  /// Commits in its tree: all of a journal's, of a package those that are signed.
  long size();

  /// The root when it had `size` commits; empty where it never had as many.
  Optional<MerkleHash> rootAt(long size);

  /// Whether this history began as one of `size` commits under `root`.
  default boolean continues(long size, MerkleHash root) {
    return rootAt(size).filter(root::equals).isPresent();
  }

  /// @param history opened anew for each question
  record OfJournal(Supplier<? extends History> history) implements Growth {
    @Override
    public long size() {
      try (var file = history.get();
          var commits = file.commits()) {
        return commits.count();
      }
    }

    @Override
    public Optional<MerkleHash> rootAt(long size) {
      var tree = new MerkleTree();
      try (var file = history.get();
          var commits = file.commits()) {
        commits
            .limit(size)
            .forEachOrdered(
                commit -> tree.append(MerkleHash.leaf(commit.sealed().getBytes(UTF_8))));
      }
      return tree.size() == size ? Optional.of(tree.root()) : Optional.empty();
    }
  }

  record OfPackage(Path path) implements Growth {
    @Override
    public long size() {
      try (var file = PackageFile.open(path)) {
        return SignedTree.in(file).map(tree -> tree.head().size()).orElse(0L);
      }
    }

    @Override
    public Optional<MerkleHash> rootAt(long size) {
      try (var file = PackageFile.open(path)) {
        return SignedTree.in(file)
            .filter(tree -> size <= tree.head().size())
            .map(tree -> tree.rootAt(size));
      }
    }
  }
}
