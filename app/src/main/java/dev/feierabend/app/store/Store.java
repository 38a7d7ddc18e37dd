package dev.feierabend.app.store;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.SealedSink;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

/// A place that keeps a journal.
public sealed interface Store extends AutoCloseable permits DirectoryStore, MongoStore {
  /// @param name a directory, or a `mongodb://` URI without secrets
  /// @throws dev.feierabend.core.kernel.Outage where it can be neither
  static Store of(String name, MongoLogin login) {
    return MongoStore.isNamed(name)
        ? MongoStore.of(name, login)
        : new DirectoryStore(Path.of(name));
  }

  /// To append to. The store closes after the log.
  CommitLog log(InstantSource clock);

  /// To copy into.
  SealedSink sink();

  /// All of it, as it is now. To be closed.
  Stream<Commit> commits();

  Verification verify();

  @Override
  void close();
}
