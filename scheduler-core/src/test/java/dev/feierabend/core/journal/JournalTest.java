package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.journal.TallyCommand.AddForTwo;
import dev.feierabend.core.journal.TallyCommand.AddTwice;
import dev.feierabend.core.kernel.Decision;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  static Journal journal(CommitLog log, Object... handlers) {
    return Journal.start(
        log,
        CLOCK,
        EventTypes.of(TallyEvent.class),
        List.of(TallyAggregate.class),
        ReadModels.of(List.of(handlers)));
  }

  @Test
  void whatIsDecidedIsRecordedAndToldBeforeSendReturns() {
    var page = new TallyPage();
    try (var journal = journal(EmbeddedCommitLog.inMemory(CLOCK), page)) {
      assertThat(journal.send(new Add("cats", 2))).isInstanceOf(Decision.Accepted.class);
      assertThat(journal.send(new AddTwice("cats", 3))).isInstanceOf(Decision.Accepted.class);

      assertThat(page.sums).containsEntry("cats", 8L);
      assertThat(journal.log().head().number()).isEqualTo(2);
      assertThat(journal.history().map(Recorded::commit)).containsExactly(1L, 2L, 2L);
      assertThat(journal.history().map(Recorded::time)).containsOnly(NOON);
      assertThat(journal.history().map(Recorded::event).toList()).isEqualTo(page.seen);
    }
  }

  @Test
  void aRefusalIsAValueAndRecordsNothing() {
    try (var journal = journal(EmbeddedCommitLog.inMemory(CLOCK))) {
      assertThat(journal.send(new Add("cats", 2_000_000))).isInstanceOf(Decision.Rejected.class);
      assertThat(journal.log().head()).isEqualTo(Head.GENESIS);
      assertThat(journal.send(new Add("cats", 1_000_000))).isInstanceOf(Decision.Accepted.class);
      assertThat(journal.send(new Add("cats", 1))).isInstanceOf(Decision.Rejected.class);
      assertThat(journal.log().head().number()).isEqualTo(1);
    }
  }

  @Test
  void eventsOfTwoOwnersInOneCommitAreABug() {
    try (var journal = journal(EmbeddedCommitLog.inMemory(CLOCK))) {
      assertThatThrownBy(() -> journal.send(new AddForTwo("cats")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("one owner")
          .hasMessageContaining("tenant:ahausen");
      assertThat(journal.log().head()).isEqualTo(Head.GENESIS);
      assertThat(journal.send(new Add("cats", 1))).isEqualTo(accepted(1));
    }
  }

  private static Decision accepted(int amount) {
    return Decision.of(new TallyEvent.Added(TallyAggregate.OWNER, "cats", amount));
  }

  @Test
  void aRestartHandsTheWholeHistoryToTheHandlersAndTheAggregates(@TempDir Path directory) {
    try (var journal = journal(EmbeddedCommitLog.open(directory, CLOCK))) {
      journal.send(new Add("cats", 999_999));
      journal.send(new AddTwice("dogs", 3));
    }
    var page = new TallyPage();
    try (var journal = journal(EmbeddedCommitLog.open(directory, CLOCK), page)) {
      assertThat(page.sums).containsEntry("cats", 999_999L).containsEntry("dogs", 6L);
      assertThat(journal.send(new Add("cats", 2))).isInstanceOf(Decision.Rejected.class);
      assertThat(journal.send(new Add("cats", 1))).isEqualTo(accepted(1));
      assertThat(page.seen).hasSize(4);
    }
  }

  @Test
  void aHandlerMaySendCommandsAndOthersStillSeeTheOrderOfTheLog() {
    var page = new TallyPage();
    var echo = new Echo();
    try (var journal = journal(EmbeddedCommitLog.inMemory(CLOCK), echo, page)) {
      echo.journal = journal;
      journal.send(new AddTwice("cats", 4));
      assertThat(page.seen)
          .extracting(TallyEvent::tally)
          .containsExactly("cats", "cats", "echo", "echo");
      assertThat(journal.history().map(Recorded::event).toList()).isEqualTo(page.seen);
    }
  }

  static final class Echo {
    private Journal journal;

    @EventHandler
    void on(TallyEvent event) {
      if (!event.tally().equals("echo")) {
        journal.send(new Add("echo", 1));
      }
    }
  }
}
