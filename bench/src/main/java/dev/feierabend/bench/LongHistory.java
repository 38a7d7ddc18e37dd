package dev.feierabend.bench;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A journal that is the demonstration's history several times over, each time with aggregates of
/// its own: as long as wanted, and mixed as a real one.
///
/// @param bodies of its commits, as JSON
record LongHistory(long events, List<String> bodies) {

  /// Writes it to `to`.
  ///
  /// @param from a journal that nobody has open
  static LongHistory write(Path from, Path to, int atLeast) {
    List<Commit> once = commits(from);
    var bodies = new ArrayList<String>();
    long events = 0;
    try (var log = EmbeddedCommitLog.unflushed(to, Script.CLOCK)) {
      for (int turn = 0; events < atLeast; turn++) {
        for (Commit commit : once) {
          Commit again = append(log, commit, turn);
          bodies.add(again.body());
          events += again.events().size();
        }
      }
    }
    return new LongHistory(events, bodies);
  }

  private static List<Commit> commits(Path from) {
    try (var log = EmbeddedCommitLog.unflushed(from, Script.CLOCK);
        var commits = log.from(1)) {
      return commits.toList();
    }
  }

  private static Commit append(CommitLog log, Commit commit, int turn) {
    return log.append(
        commit.header().owner(),
        commit.events().stream().map(event -> renamed(event, turn)).toList());
  }

  private static StoredEvent renamed(StoredEvent event, int turn) {
    return new StoredEvent(
        event.aggregate() + "/" + turn,
        event.aggregateType(),
        event.sequence(),
        event.type(),
        event.revision(),
        event.metaData(),
        event.payload());
  }
}
