package dev.feierabend.app.cli;

import dev.feierabend.app.store.DirectoryStore;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.journal.JournalFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where a journal is read from: a directory, or a MongoDB with what lies beside it.
final class Source {
  @Mixin OfMongo mongo = new OfMongo();

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description =
          "The service's directory beside MongoDB: its last head, the key, names, the fleet.")
  @Nullable Path beside;

  @Option(
      names = "--archive",
      paramLabel = "FILE.zip",
      description =
          "An archive that events of the journal have moved to; may be named several times.")
  List<Path> archives = List.of();

  /// The named archives, to go with `store`.
  ///
  /// @throws Unreadable where one is none of this journal's
  Shelf shelf(Store store, Locale locale) {
    return Shelf.required(store, archives, locale);
  }

  /// @param name a directory or a `mongodb://` URI
  /// @throws Unreadable where there is no journal in the directory
  Store store(String name) {
    var store = Store.of(name, mongo.login());
    if (store instanceof DirectoryStore(var directory) && !JournalFile.in(directory)) {
      throw new Unreadable("Expected a journal's directory but found none: " + directory);
    }
    return store;
  }

  /// Whether there is a journal in that directory.
  boolean isJournal(Path directory) {
    return JournalFile.in(directory);
  }

  /// What lies beside the journal in `store`.
  Beside beside(Store store) {
    return new Beside(
        switch (store) {
          case DirectoryStore(var directory) -> Optional.of(directory);
          case MongoStore _ -> Optional.ofNullable(beside);
        });
  }
}
