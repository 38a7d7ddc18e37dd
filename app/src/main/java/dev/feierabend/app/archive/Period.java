package dev.feierabend.app.archive;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.evidence.Scope;
import java.time.Instant;
import java.util.Optional;

/// A period that is to be archived: from where the last archive ended.
///
/// @param from empty for the beginning of the history
/// @param until when it ended
/// @param first its first commit's number
/// @param last its last commit's; below `first` where nothing happened
/// @param head the history's
record Period(Optional<Instant> from, Instant until, long first, long last, Head head) {
  static Period in(History history, Ledger ledger, Instant until) {
    long last = 0;
    var head = Head.GENESIS;
    try (var commits = history.commits()) {
      for (var all = commits.iterator(); all.hasNext(); ) {
        Commit commit = all.next();
        head = commit.head();
        last = commit.header().time().isBefore(until) ? commit.number() : last;
      }
    }
    return new Period(ledger.until(), until, ledger.last() + 1, last, head);
  }

  Scope scope() {
    return new Scope(Optional.empty(), from, Optional.of(until));
  }

  long commits() {
    return last - first + 1;
  }
}
