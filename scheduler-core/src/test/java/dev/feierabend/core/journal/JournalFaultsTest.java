package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.JournalTest.journal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.FaultyCommitLog.Killed;
import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.kernel.Outage;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;

class JournalFaultsTest {
  private final TallyPage page = new TallyPage();
  private final FaultyCommitLog log =
      new FaultyCommitLog(EmbeddedCommitLog.inMemory(() -> Instant.EPOCH));

  @Test
  void whatTheStoreRefusesDidNotHappen() {
    try (var journal = journal(log, page)) {
      journal.send(new Add("cats", 1));
      log.refuse(true);
      assertThatThrownBy(() -> journal.send(new Add("cats", 2))).isInstanceOf(Outage.class);
      assertThat(page.sums).containsEntry("cats", 1L);
      log.refuse(false);
      journal.send(new Add("cats", 4));
      assertThat(page.sums).containsEntry("cats", 5L);
      assertThat(journal.history()).hasSize(2);
    }
  }

  @Test
  void whatWasKeptWithoutAnAnswerIsToldWithTheNext() {
    try (var journal = journal(log, page)) {
      log.loseNextAcknowledgement();
      assertThatThrownBy(() -> journal.send(new Add("cats", 1))).isInstanceOf(Outage.class);
      journal.send(new Add("cats", 2));
      assertThat(page.seen).extracting(TallyEvent.Added::amount).containsExactly(1, 2);
    }
  }

  @Test
  void aKillAtAnyBoundaryLeavesWholeCommits() {
    for (int boundary = 1; boundary <= 6; boundary++) {
      var faulty = new FaultyCommitLog(EmbeddedCommitLog.inMemory(() -> Instant.EPOCH));
      faulty.killAt(boundary);
      var journal = journal(faulty);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 3; i++) {
                  journal.send(new Add("cats", 1));
                }
              })
          .isInstanceOf(Killed.class);
      assertThat(CurrentUnitOfWork.isStarted()).isFalse();

      var after = new TallyPage();
      try (var restarted = journal(faulty.underneath(), after)) {
        assertThat(after.seen).as("killed at %d", boundary).hasSize(boundary / 2);
        restarted.send(new Add("cats", 1));
        assertThat(after.seen).hasSize(boundary / 2 + 1);
      }
    }
  }

  @Test
  void aHandlerThatFailsIsHeardAndHindersNoOther() {
    try (var journal = journal(log, new Grumbler(), page)) {
      assertThatThrownBy(() -> journal.send(new Add("cats", 1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no cats");
      assertThat(page.sums).containsEntry("cats", 1L);
      journal.send(new Add("dogs", 1));
      assertThat(page.seen).hasSize(2);
      assertThatThrownBy(() -> journal(log.underneath(), new Grumbler())).hasMessage("no cats");
    }
  }

  static final class Grumbler {
    @EventHandler
    void on(TallyEvent event) {
      if (event.tally().equals("cats")) {
        throw new IllegalStateException("no cats");
      }
    }
  }

  @Test
  void twoProcessesOnOneLogDecideAgainOnWhatTheOtherRecorded() {
    var shared = new StaysOpen(log);
    var others = new TallyPage();
    try (var one = journal(shared, page);
        var other = journal(shared, others)) {
      for (int i = 0; i < 20; i++) {
        one.send(new Add("cats", 1));
        other.send(new Add("cats", 1));
        other.send(new Add("cats", 1));
      }
      one.send(new Add("dogs", 1));
      assertThat(page.sums).containsEntry("cats", 60L);
      assertThat(others.sums).containsEntry("cats", 60L);
      assertThat(log.aggregate("tally/cats", 0)).hasSize(60);
    }
  }
}
