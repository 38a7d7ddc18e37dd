package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.FilledHistory;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Archives;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A store and the archives that go with it: together they are the whole history.
///
/// @param archives closed with this; the store is the caller's
record Shelf(Store store, List<Path> files, Archives archives) implements AutoCloseable {
  static Shelf of(Store store, List<Path> files) {
    return new Shelf(store, files, Archives.open(files));
  }

  /// Why one of the files is no archive that a history names, or named twice. A history names each
  /// by the SHA-256 of its bytes.
  static Optional<String> objection(List<Ledger> histories, List<Path> files, Locale locale) {
    var phrases = Phrases.ofCommands(locale);
    var seen = new HashSet<String>();
    for (Path file : files) {
      String digest = Archives.digest(file);
      if (histories.stream().allMatch(ledger -> ledger.of(digest).isEmpty())) {
        return Optional.of(phrases.of("archive-unknown", file, digest));
      }
      if (!seen.add(digest)) {
        return Optional.of(phrases.of("archive-twice", file));
      }
    }
    return Optional.empty();
  }

  /// Those of the files that the history in `store` names.
  static List<Path> known(Store store, List<Path> files) {
    var ledger = ledger(store);
    return files.stream().filter(file -> ledger.of(Archives.digest(file)).isPresent()).toList();
  }

  /// @throws Unreadable where one of the files is none of this journal's
  static Shelf required(Store store, List<Path> files, Locale locale) {
    if (!files.isEmpty()) {
      objection(List.of(ledger(store)), files, locale)
          .ifPresent(sentence -> {
            throw new Unreadable(sentence);
          });
    }
    return of(store, files);
  }

  static Ledger ledger(Store store) {
    try (var history = store.history();
        var commits = history.commits()) {
      return Ledger.in(commits);
    }
  }

  /// To be read, with all events that are at hand.
  History history() {
    return new FilledHistory(store.history(), archives::filled);
  }

  Verification verify(Optional<PublicKey> key, Optional<Path> beside) {
    return files.isEmpty()
        ? store.verify(key, beside)
        : store.verify(key, beside, archives::filled);
  }

  /// Who wants events that are not at hand hears in which archive they are.
  String needed(EventsArchived wanted, Locale locale) {
    var phrases = Phrases.ofCommands(locale);
    return ledger(store)
        .holding(wanted.number())
        .map(period ->
            phrases.of(
                "archive-needed", wanted.number(), period.first(), period.last(), period.archive()))
        .orElseGet(() -> phrases.of("archive-none", wanted.number()));
  }

  /// The archives that are missing, each as a line.
  List<String> missing(Locale locale) {
    var phrases = Phrases.ofCommands(locale);
    var named = files.stream().map(Archives::digest).toList();
    return ledger(store).periods().stream()
        .filter(period -> !named.contains(period.archive()))
        .map(period ->
            phrases.of("archive-missing", period.first(), period.last(), period.archive()))
        .toList();
  }

  @Override
  public void close() {
    archives.close();
  }
}
