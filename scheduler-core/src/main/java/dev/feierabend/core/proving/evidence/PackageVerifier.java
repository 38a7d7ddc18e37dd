package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageFile.Unfit;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Iterator;
import java.util.Optional;

/// Examines an evidence package offline: its members, its signature, its tree, its commits.
public final class PackageVerifier {
  private PackageVerifier() {}

  /// Whether `file` is a package rather than anything else.
  public static boolean fits(Path file) {
    return PackageFile.looksLike(file);
  }

  /// @param key that signed, or that handed over to who did; without one, the package's own is
  ///   taken at its word
  public static Examined verify(Path path, Optional<PublicKey> key) {
    try (var file = PackageFile.open(path)) {
      var manifest = file.manifest();
      var fault = new MemberCheck(file, manifest).fault();
      return fault
          .<Examined>map(Examined.Unsound::new)
          .orElseGet(() -> content(file, manifest, key));
    } catch (Unfit | IllegalArgumentException e) {
      return new Examined.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Examined content(PackageFile file, Manifest manifest, Optional<PublicKey> key) {
    Optional<SignedTree> tree;
    try {
      tree = SignedTree.in(file);
      var fault = tree.flatMap(signed -> signed.fault(manifest, key));
      if (fault.isPresent()) {
        return new Examined.Unsound(fault.get());
      }
    } catch (IllegalArgumentException e) {
      return new Examined.Unsound(Fault.of(Kind.CHECKPOINT_UNREADABLE));
    }
    if (tree.isEmpty() && (key.isPresent() || vouched(manifest))) {
      return new Examined.Unsound(Fault.of(Kind.CHECKPOINT_MISSING));
    }
    return new Content(file, manifest, tree, key).examined();
  }

  /// Whether it holds what goes with a checkpoint only.
  private static boolean vouched(Manifest manifest) {
    return manifest.files().keySet().stream()
        .anyMatch(name -> name.matches("(log\\.|rotations/|tile/).*"));
  }

  private record Content(
      PackageFile file, Manifest manifest, Optional<SignedTree> tree, Optional<PublicKey> key) {

    Examined examined() {
      var part = new PartCheck(manifest.scope(), tree);
      return wrong(part).or(() -> broken().map(Examined.Broken::new)).orElseGet(() -> sound(part));
    }

    private Optional<Examined> wrong(PartCheck part) {
      var entries = new EntryCheck(file, manifest.scope().whole() ? size() : 0);
      var policies = new PolicyFiles(file);
      long number = 0;
      try (var commits = new PackageCommits(file, manifest)) {
        Iterator<Commit> all = commits.all();
        while (all.hasNext()) {
          Commit commit = all.next();
          var wrong = wrong(part, number, commit);
          if (wrong.isPresent()) {
            return wrong;
          }
          number = commit.number();
          entries.next(commit);
          if (manifest.scope().holds(commit.header())) {
            policies.next(commit);
          }
        }
      } catch (CorruptJournal e) {
        return unsound(Fault.of(Kind.COMMIT_UNREADABLE, number));
      }
      return part.end()
          .or(() -> entries.end(manifest))
          .or(() -> policies.end(manifest))
          .flatMap(Content::unsound);
    }

    private static Optional<Examined> wrong(PartCheck part, long before, Commit commit) {
      long number = commit.number();
      if (commit.flaw().isPresent()) {
        return Optional.of(
            new Examined.Broken(new Verification.Broken(number, commit.flaw().get())));
      }
      return number <= before
          ? unsound(Fault.of(Kind.COMMIT_MISPLACED, number))
          : part.next(commit).flatMap(Content::unsound);
    }

    private static Optional<Examined> unsound(Fault fault) {
      return Optional.of(new Examined.Unsound(fault));
    }

    private long size() {
      return tree.map(signed -> signed.head().size()).orElse(0L);
    }

    /// A whole history is examined as a journal is.
    private Optional<Verification.Broken> broken() {
      if (!manifest.scope().whole()) {
        return Optional.empty();
      }
      try (var commits = new PackageCommits(file, manifest)) {
        return JournalVerifier.verify(commits, manifest.head(), key)
                instanceof Verification.Broken broken
            ? Optional.of(broken)
            : Optional.empty();
      }
    }

    private Examined sound(PartCheck part) {
      return new Examined.Sound(
          manifest.scope(),
          part.commits(),
          part.events(),
          size(),
          tree.map(SignedTree::key),
          part.last().hash());
    }
  }
}
