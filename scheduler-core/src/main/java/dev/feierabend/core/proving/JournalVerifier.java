package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.journal.Salvage;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Verification.Broken;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// Examines a history offline: reads every commit, recomputes everything that can be recomputed,
/// and compares the end with the head that is kept outside the store.
public final class JournalVerifier {
  private JournalVerifier() {}

  /// The journal in `directory`, which isn't changed.
  public static Verification verify(Path directory) {
    return verify(directory, Optional.empty());
  }

  /// The same, and every checkpoint in it must have been signed with `key`, or with one to which it
  /// handed over.
  public static Verification verify(Path directory, PublicKey key) {
    return verify(directory, Optional.of(key));
  }

  private static Verification verify(Path directory, Optional<PublicKey> key) {
    try {
      if (!JournalFile.in(directory)) {
        return new Verification.Unreadable(
            "Expected a journal in %s but there is none that may be read".formatted(directory));
      }
      return verify(directory, JournalFile.head(directory), key);
    } catch (Outage e) {
      return unreadable(e);
    }
  }

  private static Verification verify(Path directory, Head kept, Optional<PublicKey> key) {
    try (var file = JournalFile.open(directory)) {
      return follow(new CommitSource.Lying(file), kept, new CheckpointCheck(key, file::commit));
    } catch (CorruptJournal e) {
      return unopenable(directory, kept);
    }
  }

  /// A log that is open; there the head is the log's own.
  public static Verification verify(CommitLog log) {
    try (var commits = log.from(1)) {
      var kept = log.head();
      var checkpoints = new CheckpointCheck(Optional.empty(), number -> commit(log, number));
      return follow(new CommitSource.Open(log, commits.iterator()), kept, checkpoints);
    } catch (Outage e) {
      return unreadable(e);
    }
  }

  private static Optional<Commit> commit(CommitLog log, long number) {
    try (var commits = log.from(number)) {
      return commits.findFirst();
    }
  }

  /// A history from elsewhere, whose last commit is `kept`.
  ///
  /// @param commits by number, asked in order
  /// @param earlier the same, of those that were asked before
  public static Verification verify(
      LongFunction<Optional<Commit>> commits,
      LongFunction<Optional<Commit>> earlier,
      Head kept,
      Optional<PublicKey> key) {
    var source = new CommitSource.Told(commits, earlier);
    return follow(source, kept, new CheckpointCheck(key, earlier));
  }

  private static Verification follow(CommitSource source, Head kept, CheckpointCheck checkpoints) {
    var check = new ChainCheck(Sequences.in(source::before));
    try (var ahead = new Examinations(source)) {
      while (true) {
        long number = check.head().number() + 1;
        switch (ahead.next()) {
          case Examined.Absent _ -> {
            return end(check, kept, checkpoints);
          }
          case Examined.Unreachable(CorruptJournal _) -> {
            return new Broken(number, Flaw.of(Kind.UNREADABLE));
          }
          case Examined.Unreachable(Outage why) -> throw why;
          case Examined.Present present -> {
            var flaw =
                check
                    .next(present)
                    .or(() -> replaced(check.head(), kept))
                    .or(() -> checkpoints.flaw(present.commit()));
            if (flaw.isPresent()) {
              return new Broken(number, flaw.orElseThrow());
            }
          }
        }
      }
    }
  }

  private static Optional<Flaw> replaced(Head head, Head kept) {
    return head.number() == kept.number() && !head.equals(kept)
        ? Optional.of(Flaw.of(Kind.REPLACED))
        : Optional.empty();
  }

  private static Verification end(ChainCheck check, Head kept, CheckpointCheck checkpoints) {
    long last = check.head().number();
    var archived = checkpoints.archived();
    return last < kept.number()
        ? new Broken(last + 1, Flaw.of(Kind.MISSING, kept.number()))
        : archived
            .unaccounted()
            .<Verification>map(number -> new Broken(number, Flaw.of(Kind.EVENTS_REMOVED)))
            .orElseGet(() -> check.intact(checkpoints.signed(), archived.count()));
  }

  /// No commit can be reached through the store; what is left of them is looked for.
  private static Verification unopenable(Path directory, Head kept) {
    var left =
        Salvage.from(directory).stream()
            .collect(Collectors.toMap(commit -> commit.header().previous(), c -> c, (a, b) -> a));
    var check = new ChainCheck(Sequences.in(_ -> left.values().stream()));
    while (check.head().number() < kept.number()) {
      var next = Optional.ofNullable(left.get(check.head().hash()));
      if (next.isEmpty() || next.map(Examined::of).flatMap(check::next).isPresent()) {
        return new Broken(check.head().number() + 1, Flaw.of(Kind.LOST_WITH_STORE));
      }
    }
    return new Broken(1, Flaw.of(Kind.STORE_CLOSED, kept.number()));
  }

  private static Verification unreadable(Outage e) {
    return new Verification.Unreadable(String.valueOf(e.getMessage()));
  }
}
