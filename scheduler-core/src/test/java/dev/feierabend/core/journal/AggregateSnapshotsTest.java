package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.journal.TallyCommand.AddTwice;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateSnapshotsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String CATS = new Add("cats", 1).target();

  @TempDir private Path folder;
  private final CommitLog log = fresh();

  private static CommitLog fresh() {
    return new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));
  }

  /// Each aggregate is put aside after two events.
  private Journal started(CommitLog on) {
    return Journal.start(
        on,
        () -> NOON,
        EventTypes.of(TallyEvent.class),
        List.of(TallyAggregate.class),
        ReadModels.keptIn(folder, 2, List.of()));
  }

  private AggregateSnapshots snapshots(CommitLog of) {
    return AggregateSnapshots.in(folder.resolve("aggregates"), of, List.of(TallyAggregate.class));
  }

  /// Three events of cats, of which the snapshot holds the first two.
  private Path written() {
    try (var journal = started(log)) {
      journal.send(new Add("cats", 300_000));
      journal.send(new Add("cats", 300_000));
      journal.send(new Add("cats", 300_000));
    }
    var file = snapshots(log).file(CATS);
    assertThat(file).exists();
    return file;
  }

  private void isThrownAway(Path file) {
    assertThat(snapshots(log).recall(CATS)).isEmpty();
    assertThat(file).doesNotExist();
  }

  /// With a digest that is right.
  private static void rewrite(Path file, UnaryOperator<String> change) throws IOException {
    var lines = Files.readString(file).split("\n", 2)[1];
    var changed = change.apply(lines);
    assertThat(changed).isNotEqualTo(lines);
    Files.writeString(file, Hashes.sha256(changed) + "\n" + changed);
  }

  @Test
  void whatNothingObjectsToIsTakenUpInPlaceOfTheEvents() {
    written();
    var known = snapshots(log).recall(CATS).orElseThrow();
    assertThat(known.getSequenceNumber()).isEqualTo(1);
    assertThat(known.getPayload())
        .isEqualTo(new AggregateMemory(CATS, new TallyAggregate.Tally(600_000)));
  }

  @Test
  void onlyWhatHappenedSinceIsReadAndTheDecisionIsTheSame() {
    written();
    var counting = new Counting(log, new ArrayList<>());
    try (var journal = started(counting)) {
      assertThat(journal.send(new Add("cats", 100_001))).isInstanceOf(Decision.Rejected.class);
      assertThat(journal.send(new Add("cats", 100_000))).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(counting.asked()).first().isEqualTo(CATS + " from 2");
    assertThat(counting.asked()).doesNotContain(CATS + " from 0");
  }

  /// Remembers from which event on aggregates were read.
  record Counting(CommitLog log, List<String> asked) implements CommitLog {
    @Override
    public Head head() {
      return log.head();
    }

    @Override
    public Commit append(Owner owner, List<StoredEvent> events) {
      return log.append(owner, events);
    }

    @Override
    public Stream<Commit> from(long number) {
      return log.from(number);
    }

    @Override
    public List<Commit> aggregate(String aggregate, long sequence) {
      asked.add(aggregate + " from " + sequence);
      return log.aggregate(aggregate, sequence);
    }

    @Override
    public void close() {}
  }

  @Test
  void aLongHistoryWithoutASnapshotGetsOneWhenItIsRead() throws IOException {
    var file = written();
    Files.delete(file);
    try (var journal = started(log)) {
      assertThat(journal.send(new Add("cats", 900_000))).isInstanceOf(Decision.Rejected.class);
    }
    assertThat(snapshots(log).recall(CATS).orElseThrow().getSequenceNumber()).isEqualTo(2);
  }

  @Test
  void aCommitOfSeveralEventsIsPutAsideWhole() {
    try (var journal = started(log)) {
      journal.send(new Add("cats", 1));
      journal.send(new AddTwice("cats", 10));
    }
    var known = snapshots(log).recall(CATS).orElseThrow();
    assertThat(known.getSequenceNumber()).isEqualTo(2);
    assertThat(known.getPayload())
        .isEqualTo(new AggregateMemory(CATS, new TallyAggregate.Tally(21)));
  }

  @Test
  void shortAggregatesAreNotPutAside() {
    try (var journal = started(log)) {
      journal.send(new Add("cats", 1));
      journal.send(new Add("dogs", 1));
    }
    assertThat(folder.resolve("aggregates")).doesNotExist();
  }

  @Test
  void whatTheJournalRefusedIsNotPutAside() {
    var faulty = new FaultyCommitLog(log);
    try (var journal = started(faulty)) {
      journal.send(new Add("cats", 1));
      faulty.refuse(true);
      assertThatThrownBy(() -> journal.send(new Add("cats", 2))).isInstanceOf(Outage.class);
      assertThat(folder.resolve("aggregates")).doesNotExist();

      faulty.refuse(false);
      journal.send(new Add("cats", 4));
    }
    assertThat(snapshots(log).recall(CATS).orElseThrow().getPayload())
        .isEqualTo(new AggregateMemory(CATS, new TallyAggregate.Tally(5)));
  }

  @Test
  void aSnapshotWithAnyByteFlippedIsThrownAway() throws IOException {
    var file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      isThrownAway(file);
    }
  }

  @Test
  void aSnapshotTornAnywhereIsThrownAway() throws IOException {
    var file = written();
    var whole = Files.readString(file);
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      isThrownAway(file);
    }
    Files.writeString(file, whole + "\n");
    isThrownAway(file);
  }

  @Test
  void anotherJournalsSnapshotIsThrownAway() {
    var file = written();
    var fork = fresh();
    JournalTest.journal(fork).send(new Add("cats", 1));
    JournalTest.journal(fork).send(new Add("cats", 1));

    try (var journal = started(fork)) {
      assertThat(journal.send(new Add("cats", 999_998))).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(fork.head().number()).isEqualTo(3);
    assertThat(file).exists(); // a new one, of this history
    assertThat(snapshots(log).recall(CATS)).isEmpty();
  }

  @Test
  void aSnapshotAheadOfTheJournalIsThrownAway() {
    var file = written();
    var rolledBack = fresh();
    JournalTest.journal(rolledBack).send(new Add("cats", 300_000));

    assertThat(snapshots(rolledBack).recall(CATS)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aSnapshotOfAnotherAggregateIsThrownAway() throws IOException {
    var file = written();
    var dogs = snapshots(log).file(new Add("dogs", 1).target());
    Files.copy(file, dogs);

    assertThat(snapshots(log).recall(new Add("dogs", 1).target())).isEmpty();
    assertThat(dogs).doesNotExist();
  }

  @Test
  void aSnapshotAfterAnEventThatItsCommitDoesNotHoldIsThrownAway() throws IOException {
    var file = written();
    rewrite(file, text -> text.replace("\"sequence\":1", "\"sequence\":2"));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAnotherEditionIsThrownAway() throws IOException {
    var file = written();
    rewrite(file, text -> text.replace("\"edition\":1", "\"edition\":2"));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAnotherBuildIsThrownAway() throws IOException {
    var file = written();
    rewrite(file, text -> text.replace(Snapshots.CODE, "0".repeat(64)));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAStateThatCannotBeReadIsThrownAway() throws IOException {
    var file = written();
    rewrite(file, text -> text.replace("\"sum\"", "\"total\""));
    isThrownAway(file);
  }

  @Test
  void whatOtherBuildsLeftIsSweptAtTheStart() throws IOException {
    var file = written();
    var others = Files.copy(file, file.resolveSibling("a-0123456789abcdef.jsonl"));
    var torn = Files.copy(file, file.resolveSibling(file.getFileName() + ".next"));

    started(log).close();

    assertThat(others).doesNotExist();
    assertThat(torn).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenHindersNothing() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "").resolve("snapshots");
    try (var journal = started(log)) {
      journal.send(new Add("cats", 1));
      assertThat(journal.send(new Add("cats", 2))).isInstanceOf(Decision.Accepted.class);
    }
    try (var journal = started(log)) {
      assertThat(journal.send(new Add("cats", 999_998))).isInstanceOf(Decision.Rejected.class);
    }
  }
}
