package dev.feierabend.app.archive;

import dev.feierabend.app.store.DirectoryStore;
import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;

/// The store that a shortened history is written into. A directory has its name once it is whole; a
/// database is whole once its last commit names the archive, and can be gone on with until then.
///
/// @param directory what the directory will be called; empty for a database
record NewStore(Store store, Optional<Path> directory) implements AutoCloseable {
  /// @throws Outage where there is something already
  static NewStore of(String name, MongoLogin login) {
    if (Store.isUri(name)) {
      return new NewStore(Store.of(name, login), Optional.empty());
    }
    var directory = Path.of(name).toAbsolutePath();
    if (Files.exists(directory)) {
      throw new Outage(
          "Expected a new directory for the shortened journal but %s is there already"
              .formatted(name));
    }
    var part = directory.resolveSibling(directory.getFileName() + ".part");
    remove(part);
    return new NewStore(new DirectoryStore(part), Optional.of(directory));
  }

  /// It is whole.
  void finish() {
    if (store instanceof DirectoryStore(var part) && directory.isPresent()) {
      try {
        Files.move(part, directory.get(), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new Outage("%s cannot take its name; rename %s".formatted(directory.get(), part), e);
      }
    }
  }

  /// Of a directory, what isn't whole is gone.
  @Override
  public void close() {
    store.close();
    if (store instanceof DirectoryStore(var part)) {
      remove(part);
    }
  }

  private static void remove(Path part) {
    if (!Files.exists(part)) {
      return;
    }
    try (var files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Outage("%s cannot be removed; look at its rights".formatted(part), e);
    }
  }
}
