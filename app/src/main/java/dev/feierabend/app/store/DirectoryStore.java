package dev.feierabend.app.store;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.journal.SealedSink;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

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
  public Stream<Commit> commits() {
    var file = JournalFile.open(directory);
    return file.commits().onClose(file::close);
  }

  @Override
  public Verification verify() {
    return JournalVerifier.verify(directory);
  }

  /// Whatever was opened is closed by itself.
  @Override
  public void close() {}
}
