package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.WordCheck;
import java.nio.file.Path;
import java.util.Optional;

/// Others' word in a package that was verified before. In a whole history it is recorded; a part
/// has only the newest, beside its checkpoint.
public record PackageWords(Path path) {

  /// The first commit with a word that isn't what it claims to be; empty of a part.
  public Optional<Long> falseCommit(WordCheck check) {
    try (var file = PackageFile.open(path)) {
      var manifest = file.manifest();
      return manifest.scope().whole() ? falseCommit(file, manifest, check) : Optional.empty();
    }
  }

  private static Optional<Long> falseCommit(PackageFile file, Manifest manifest, WordCheck check) {
    try (var commits = new PackageCommits(file, manifest)) {
      var all = commits.all();
      while (all.hasNext()) {
        Commit commit = all.next();
        if (!check.holds(commit)) {
          return Optional.of(commit.number());
        }
      }
      return Optional.empty();
    }
  }

  /// The first member of which that can be said.
  public Optional<Fault> falseMember(WordCheck check) {
    try (var file = PackageFile.open(path)) {
      return SignedTree.in(file)
          .flatMap(tree -> new WordFiles(file, file.manifest(), tree).fault(check));
    }
  }
}
