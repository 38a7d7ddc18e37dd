package dev.feierabend.app.store;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.FilledHistory;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.journal.SealedSink;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A journal in a directory of its own.
public record DirectoryStore(Path directory) implements Store {
  @Override
  public CommitLog log(InstantSource clock) {
    return EmbeddedCommitLog.open(directory, clock);
  }

  @Override
  public SealedSink sink() {
    return EmbeddedSink.open(directory);
  }

  @Override
  public History history() {
    return JournalFile.open(directory);
  }

  @Override
  public Verification verify(Optional<PublicKey> key, Optional<Path> beside) {
    return key.map(known -> JournalVerifier.verify(directory, known))
        .orElseGet(() -> JournalVerifier.verify(directory));
  }

  @Override
  public Verification verify(
      Optional<PublicKey> key, Optional<Path> beside, UnaryOperator<Commit> filling) {
    try (var kept = JournalFile.open(directory)) {
      var filled = new FilledHistory(kept, filling);
      return JournalVerifier.verify(filled::commit, kept::commit, JournalFile.head(directory), key);
    }
  }

  /// Whatever was opened is closed by itself.
  @Override
  public void close() {}
}
