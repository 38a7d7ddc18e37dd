package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The journal that a command reads, and what goes with it.
final class JournalSource {
  @Mixin Source source = new Source();

  @Option(
      names = "--journal",
      paramLabel = "STORE",
      description = "The journal's directory or its mongodb:// URI (default: ${DEFAULT-VALUE}).")
  String journal = "demo-out";

  /// @throws Unreadable where there is no journal in the directory
  Store store() {
    return source.store(journal);
  }

  /// The named archives, to go with `store`.
  ///
  /// @throws Unreadable where one is none of this journal's
  Shelf shelf(Store store, Locale locale) {
    return source.shelf(store, locale);
  }

  /// What lies beside the journal in `store`.
  Beside beside(Store store) {
    return source.beside(store);
  }
}
