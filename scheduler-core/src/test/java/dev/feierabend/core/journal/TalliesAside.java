package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.TallyCommand.Add;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A folder in which tallies are put aside, each after two events.
record TalliesAside(Path folder) {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String CATS = new Add("cats", 1).target();

  static CommitLog fresh() {
    return new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));
  }

  Journal started(CommitLog on) {
    return Journal.start(
        on,
        () -> NOON,
        EventTypes.of(TallyEvent.class),
        List.of(TallyAggregate.class),
        ReadModels.keptIn(folder, 2, List.of()));
  }

  AggregateSnapshots snapshots(CommitLog of) {
    return AggregateSnapshots.in(folder.resolve("aggregates"), of, List.of(TallyAggregate.class));
  }

  /// Three events of cats, of which the snapshot holds the first two.
  Path written(CommitLog log) {
    try (var journal = started(log)) {
      journal.send(new Add("cats", 300_000));
      journal.send(new Add("cats", 300_000));
      journal.send(new Add("cats", 300_000));
    }
    var file = snapshots(log).file(CATS);
    assertThat(file).exists();
    return file;
  }
}
