package dev.feierabend.app.store;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.SealedSink;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A place that keeps a journal.
public sealed interface Store extends AutoCloseable permits DirectoryStore, MongoStore {
  /// @param name a directory, or a `mongodb://` URI without secrets
  /// @throws dev.feierabend.core.kernel.Outage where it can be neither
  static Store of(String name, MongoLogin login) {
    return isUri(name) ? MongoStore.of(name, login) : new DirectoryStore(Path.of(name));
  }

  static boolean isUri(String name) {
    return MongoStore.isNamed(name);
  }

  /// To append to. The store closes after the log.
  CommitLog log(InstantSource clock);

  /// To copy into.
  SealedSink sink();

  /// All of it, to be read.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where there is none, or it can't be opened
  History history();

  default Verification verify() {
    return verify(Optional.empty(), Optional.empty());
  }

  /// @param key that its checkpoints must have been signed with
  /// @param beside the directory that the service keeps beside MongoDB; a journal in a directory
  ///   has its head there
  Verification verify(Optional<PublicKey> key, Optional<Path> beside);

  /// The same with the events that have moved to archives.
  ///
  /// @param filling gives them back to commits, as far as it has them; asked in order
  Verification verify(
      Optional<PublicKey> key, Optional<Path> beside, UnaryOperator<Commit> filling);

  @Override
  void close();
}
