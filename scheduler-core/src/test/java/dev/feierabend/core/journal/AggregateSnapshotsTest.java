package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.journal.TallyCommand.AddTwice;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateSnapshotsTest {
  @TempDir private Path folder;
  private final CommitLog log = TalliesAside.fresh();

  private TalliesAside aside() {
    return new TalliesAside(folder);
  }

  @Test
  void whatNothingObjectsToIsTakenUpInPlaceOfTheEvents() {
    aside().written(log);
    var known = aside().snapshots(log).recall(TalliesAside.CATS).orElseThrow();
    assertThat(known.getSequenceNumber()).isEqualTo(1);
    assertThat(known.getPayload())
        .isEqualTo(new AggregateMemory(TalliesAside.CATS, new TallyAggregate.Tally(600_000)));
  }

  @Test
  void onlyWhatHappenedSinceIsReadAndTheDecisionIsTheSame() {
    aside().written(log);
    var counting = new Counting(log);
    try (var journal = aside().started(counting)) {
      assertThat(journal.send(new Add("cats", 100_001))).isInstanceOf(Decision.Rejected.class);
      assertThat(journal.send(new Add("cats", 100_000))).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(counting.asked()).first().isEqualTo(TalliesAside.CATS + " from 2");
    assertThat(counting.asked()).doesNotContain(TalliesAside.CATS + " from 0");
  }

  @Test
  void aLongHistoryWithoutASnapshotGetsOneWhenItIsRead() throws IOException {
    var file = aside().written(log);
    Files.delete(file);
    try (var journal = aside().started(log)) {
      assertThat(journal.send(new Add("cats", 900_000))).isInstanceOf(Decision.Rejected.class);
    }
    assertThat(aside().snapshots(log).recall(TalliesAside.CATS).orElseThrow().getSequenceNumber())
        .isEqualTo(2);
  }

  @Test
  void aCommitOfSeveralEventsIsPutAsideWhole() {
    try (var journal = aside().started(log)) {
      journal.send(new Add("cats", 1));
      journal.send(new AddTwice("cats", 10));
    }
    var known = aside().snapshots(log).recall(TalliesAside.CATS).orElseThrow();
    assertThat(known.getSequenceNumber()).isEqualTo(2);
    assertThat(known.getPayload())
        .isEqualTo(new AggregateMemory(TalliesAside.CATS, new TallyAggregate.Tally(21)));
  }

  @Test
  void shortAggregatesAreNotPutAside() {
    try (var journal = aside().started(log)) {
      journal.send(new Add("cats", 1));
      journal.send(new Add("dogs", 1));
    }
    assertThat(folder.resolve("aggregates")).doesNotExist();
  }

  @Test
  void whatTheJournalRefusedIsNotPutAside() {
    var faulty = new FaultyCommitLog(log);
    try (var journal = aside().started(faulty)) {
      journal.send(new Add("cats", 1));
      faulty.refuse(true);
      assertThatThrownBy(() -> journal.send(new Add("cats", 2))).isInstanceOf(Outage.class);
      assertThat(folder.resolve("aggregates")).doesNotExist();

      faulty.refuse(false);
      journal.send(new Add("cats", 4));
    }
    assertThat(aside().snapshots(log).recall(TalliesAside.CATS).orElseThrow().getPayload())
        .isEqualTo(new AggregateMemory(TalliesAside.CATS, new TallyAggregate.Tally(5)));
  }

  @Test
  void whatOtherBuildsLeftIsSweptAtTheStart() throws IOException {
    var file = aside().written(log);
    var others = Files.copy(file, file.resolveSibling("a-0123456789abcdef.jsonl"));
    var torn = Files.copy(file, file.resolveSibling(file.getFileName() + ".next"));

    aside().started(log).close();

    assertThat(others).doesNotExist();
    assertThat(torn).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenHindersNothing() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "").resolve("snapshots");
    try (var journal = aside().started(log)) {
      journal.send(new Add("cats", 1));
      assertThat(journal.send(new Add("cats", 2))).isInstanceOf(Decision.Accepted.class);
    }
    try (var journal = aside().started(log)) {
      assertThat(journal.send(new Add("cats", 999_998))).isInstanceOf(Decision.Rejected.class);
    }
  }
}
