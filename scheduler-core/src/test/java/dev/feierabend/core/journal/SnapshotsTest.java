package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.kernel.ReadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path folder;
  private final CommitLog log = new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));

  private Journal started(CommitLog on, ReadModel<?>... models) {
    return Journal.start(
        on,
        () -> NOON,
        EventTypes.of(TallyEvent.class),
        List.of(TallyAggregate.class),
        ReadModels.keptIn(folder, List.of(models)));
  }

  private RememberedPage restarted(CommitLog on) {
    var page = new RememberedPage();
    started(on, page);
    return page;
  }

  /// Three commits and a snapshot that stands on the last.
  private Path written() {
    try (var journal = started(log, new RememberedPage())) {
      journal.send(new Add("cats", 1));
      journal.send(new Add("cats", 2));
      journal.send(new Add("dogs", 4));
    }
    return folder.resolve(Snapshots.NAME);
  }

  private void isThrownAway(Path file) {
    var page = new RememberedPage();
    assertThat(new Snapshots(folder, List.of(page)).recall(log)).isEqualTo(Head.GENESIS);
    assertThat(page.sums).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatNothingObjectsToIsRecalled() {
    written();
    var page = new RememberedPage();
    assertThat(new Snapshots(folder, List.of(page)).recall(log)).isEqualTo(log.head());
    assertThat(page.sums).isEqualTo(Map.of("cats", 3L, "dogs", 4L));
  }

  @Test
  void aStartTellsOnlyWhatHappenedSince() {
    var file = written();
    JournalTest.journal(log).send(new Add("dogs", 8));

    var page = restarted(log);

    assertThat(page.told).isEqualTo(1);
    assertThat(page.sums).isEqualTo(Map.of("cats", 3L, "dogs", 12L));
    assertThat(file).exists();
  }

  @Test
  void aSnapshotWithAnyByteFlippedIsThrownAway() throws IOException {
    var file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(file, flipped);
      isThrownAway(file);
    }
  }

  @Test
  void aSnapshotTornAnywhereIsThrownAway() throws IOException {
    var file = written();
    String whole = Files.readString(file);
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
    var other = new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));
    for (int commit = 0; commit < 3; commit++) {
      JournalTest.journal(other).send(new Add("mice", 1));
    }

    var page = restarted(other);

    assertThat(page.told).isEqualTo(3);
    assertThat(page.sums).isEqualTo(Map.of("mice", 3L));
    assertThat(file).doesNotExist();
  }

  @Test
  void aSnapshotAheadOfTheJournalIsThrownAway() {
    var file = written();
    var rolledBack = new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));
    JournalTest.journal(rolledBack).send(new Add("cats", 1));

    var page = restarted(rolledBack);

    assertThat(page.sums).isEqualTo(Map.of("cats", 1L));
    assertThat(file).doesNotExist();
  }

  @Test
  void aSnapshotOfAnotherEditionIsThrownAway() throws IOException {
    var file = written();
    Files.writeString(file, Files.readString(file).replace("\"edition\":1", "\"edition\":0"));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAnotherBuildIsThrownAway() throws IOException {
    var file = written();
    var title = Files.readString(file);
    Files.writeString(
        file, title.replaceFirst("\"code\":\"\\w{64}\"", "\"code\":\"" + "0".repeat(64) + "\""));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfOtherReadModelsIsThrownAway() {
    written();
    var page = new RememberedPage();

    started(log, page, new Grumbler());

    assertThat(page.told).isEqualTo(3);
  }

  @Test
  void onceAReadModelFailedNothingIsPutAsideAnyMore() {
    try (var journal = started(log, new RememberedPage(), new Grumbler())) {
      assertThatThrownBy(() -> journal.send(new Add("mice", 1))).hasMessage("no mice");
      journal.send(new Add("cats", 1));
    }
    assertThat(folder.resolve(Snapshots.NAME)).doesNotExist();
  }

  static final class Grumbler implements ReadModel<RememberedPage.Sums> {
    @Override
    public RememberedPage.Sums remember() {
      return new RememberedPage.Sums(Map.of());
    }

    @Override
    public void recall(RememberedPage.Sums memory) {}

    @EventHandler
    void on(TallyEvent event) {
      if (event.tally().equals("mice")) {
        throw new IllegalStateException("no mice");
      }
    }
  }

  @Test
  void thereIsANewSnapshotEachTimeMuchHappened() throws IOException {
    var snapshots = new Snapshots(folder, List.of(new RememberedPage()));
    snapshots.told(new Head(Snapshots.EVERY - 1, "a"));
    assertThat(folder.resolve(Snapshots.NAME)).doesNotExist();

    snapshots.told(new Head(Snapshots.EVERY, "b"));
    snapshots.told(new Head(Snapshots.EVERY + 1, "c"));

    assertThat(Files.readString(folder.resolve(Snapshots.NAME))).contains("\"hash\":\"b\"");
  }

  @Test
  void aFolderThatCannotBeWrittenHindersNothing() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "").resolve("snapshots");
    try (var journal = started(log, new RememberedPage())) {
      journal.send(new Add("cats", 1));
    }
    assertThat(restarted(log).sums).isEqualTo(Map.of("cats", 1L));
  }
}
