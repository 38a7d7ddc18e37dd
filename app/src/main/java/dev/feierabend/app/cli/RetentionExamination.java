package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.archiving.Retention;
import dev.feierabend.core.journal.Commit;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// What the doctor says of closed periods that are in a whole history's store for longer than the
/// operator wants: the command that archives them.
///
/// @param name of the store
record RetentionExamination(Store store, String name, Retention retention, Locale locale) {
  Optional<Finding> finding(LocalDate today) {
    long first = Shelf.ledger(store).last() + 1;
    try (var history = store.history()) {
      return history
          .commit(first)
          .map(Commit::header)
          .flatMap(oldest -> retention.due(oldest.time(), today))
          .map(until ->
              Finding.warning(
                  "retention",
                  Phrases.ofCommands(locale)
                      .of("archive-due", retention.kept(), until.toString(), name)));
    }
  }
}
