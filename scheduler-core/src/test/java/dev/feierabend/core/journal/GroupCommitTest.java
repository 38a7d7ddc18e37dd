package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Threads that append while the disk is busy with another's commit.
@Timeout(60)
class GroupCommitTest {
  private static final int OTHERS = 8;

  @TempDir Path directory;
  private BusyDisk disk;
  private EmbeddedCommitLog log;

  @BeforeEach
  void open() {
    disk = BusyDisk.in(directory);
    log = new EmbeddedCommitLog(disk, () -> Instant.EPOCH);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whoWaitsForTheDiskSharesTheNextFlush() throws Exception {
    var first = appending("first");
    var others = others();
    disk.flushes().release(2);
    assertThat(first.get().number()).isEqualTo(1);
    for (var one : others) {
      assertThat(log.from(one.get().number()).findFirst()).contains(one.get());
    }
    assertThat(log.from(1).map(Commit::number))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + OTHERS).boxed().toList());
    assertThat(disk.heads().kept()).isEqualTo(log.head());
  }

  @Test
  void whatIsNotOnTheDiskYetIsNotRead() throws Exception {
    var first = appending("first");
    assertThat(log.head()).isEqualTo(Head.GENESIS);
    assertThat(log.from(1)).isEmpty();
    assertThat(log.aggregate("first", 0)).isEmpty();
    disk.flushes().release();
    var commit = first.get();
    assertThat(log.head()).isEqualTo(commit.head());
    assertThat(log.aggregate("first", 0)).containsExactly(commit);
  }

  @Test
  void aRefusedWriteFailsItsWholeGroupAndNothingElse() throws Exception {
    var first = appending("first");
    var others = others();
    disk.full().set(true);
    disk.flushes().release(2);
    var kept = first.get();
    for (var one : others) {
      assertThatThrownBy(one::get)
          .hasCauseInstanceOf(Outage.class)
          .hasMessageContaining("what was acknowledged is safe");
    }
    assertThat(log.from(1)).containsExactly(kept);
    assertThat(log.aggregate("other-0", 0)).isEmpty();
    assertThat(disk.heads().kept()).isEqualTo(kept.head());

    disk.full().set(false);
    assertThat(log.append(AHAUSEN, List.of(event("other-0", 0))).number()).isEqualTo(2);
  }

  @Test
  void ofAGroupThatWantsOnePlaceTheFirstGetsIt() throws Exception {
    var first = appending("first");
    var winner = appending("shared");
    var loser = appending("shared");
    disk.flushes().release(2);
    assertThat(first.get().number()).isEqualTo(1);
    assertThat(winner.get().number()).isEqualTo(2);
    assertThatThrownBy(loser::get).hasCauseInstanceOf(SequenceTaken.class);
    assertThat(log.head()).isEqualTo(winner.get().head());
  }

  private List<FutureTask<Commit>> others() {
    return IntStream.range(0, OTHERS).mapToObj(i -> appending("other-" + i)).toList();
  }

  /// Returns once the thread waits, for the disk or for its turn.
  private FutureTask<Commit> appending(String aggregate) {
    var task = new FutureTask<>(() -> log.append(AHAUSEN, List.of(event(aggregate, 0))));
    var thread = Thread.ofPlatform().daemon().start(task);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }
}
