package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The history in a package whose members are the listed ones and whose tree is signed.
record PackageContent(
    PackageFile file, Manifest manifest, Optional<SignedTree> tree, Optional<PublicKey> key) {
  private static final int SMALL = 1 << 20;
  private static final byte[] NONE = {};

  Examined examined() {
    var part = new PartCheck(manifest.scope(), tree);
    var survey = new Survey();
    return wrong(part, survey)
        .or(() -> broken().map(Examined.Broken::new))
        .or(() -> otherMembers(survey))
        .orElseGet(() -> sound(part));
  }

  private Optional<Examined> wrong(PartCheck part, Survey survey) {
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
        surveyed(survey, commit);
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
        .flatMap(PackageContent::unsound);
  }

  private static Optional<Examined> wrong(PartCheck part, long before, Commit commit) {
    long number = commit.number();
    if (commit.flaw().isPresent()) {
      return Optional.of(new Examined.Broken(new Verification.Broken(number, commit.flaw().get())));
    }
    return number <= before
        ? unsound(Fault.of(Kind.COMMIT_MISPLACED, number))
        : part.next(commit).flatMap(PackageContent::unsound);
  }

  private static void surveyed(Survey survey, Commit commit) {
    try {
      survey.take(commit);
    } catch (RuntimeException e) {
      // Whatever can be wrong with a payload; a history with such a one is broken and is told so.
    }
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
    try (var commits = new PackageCommits(file, manifest);
        var earlier = new PackageCommits(file, manifest)) {
      return JournalVerifier.verify(commits, earlier, manifest.head(), key)
              instanceof Verification.Broken broken
          ? Optional.of(broken)
          : Optional.empty();
    }
  }

  /// Of a whole history: what goes along in members of its own is what it records.
  private Optional<Examined> otherMembers(Survey survey) {
    if (!manifest.scope().whole() || tree.isEmpty()) {
      return Optional.empty();
    }
    var due = survey.members();
    Set<String> names = new TreeSet<>(due.keySet());
    manifest.files().keySet().stream().filter(Members::recorded).forEach(names::add);
    return names.stream()
        .filter(name -> !Arrays.equals(due.get(name), file.bytes(name, SMALL).orElse(NONE)))
        .findFirst()
        .flatMap(name -> unsound(Fault.of(Kind.MEMBER_NOT_RECORDED, name)));
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
