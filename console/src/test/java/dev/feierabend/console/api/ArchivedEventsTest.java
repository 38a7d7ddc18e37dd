package dev.feierabend.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.console.TwoTowns;
import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Role;
import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.terms.ActorId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A freeze that was declared and lifted: the declaration's events have moved to an archive.
class ArchivedEventsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final ActorId SOMEBODY = new ActorId("somebody");

  @TempDir private Path folder;
  private Journal journal = Slices.journal(EmbeddedCommitLog.inMemory(CLOCK), CLOCK, List.of());
  private final Telling telling = new Telling(TwoTowns.fleet(), ZoneOffset.UTC);
  private final Chronicle.Reader reader =
      new Chronicle.Reader(
          new Caller("petra", Role.PLATFORM_TEAM, Set.of(), SOMEBODY), Locale.ENGLISH);

  @BeforeEach
  void aShortenedStore() {
    journal.send(new DeclareFreeze(Owner.OPERATOR, SOMEBODY, "storm", NOON));
    journal.send(new LiftFreeze(Owner.OPERATOR, SOMEBODY, NOON));
    try (var sink = EmbeddedSink.open(folder);
        var commits = journal.log().from(1)) {
      HistoryCopy.copy(commits.map(it -> it.number() == 1 ? it.archived() : it), sink);
    }
    journal.close();
    journal = Slices.journal(EmbeddedCommitLog.open(folder, CLOCK), CLOCK, List.of());
  }

  @AfterEach
  void end() {
    journal.close();
  }

  @Test
  void theHistorySaysThatSomethingWasRecordedThere() {
    var chronicle = new Chronicle(journal, telling);
    var told = chronicle.latest(10, Question.of(null, null, null), reader);
    assertThat(told).extracting(HistoryEntry::commit).containsExactly(2L, 1L);
    assertThat(told.getLast().sentence()).contains("has moved to an archive");
    assertThat(chronicle.after(0, 10, Question.of(null, null, "lifted"), reader).entries())
        .extracting(HistoryEntry::commit)
        .containsExactly(2L);
  }

  @Test
  void whyIsNotAnsweredFromHalfOfIt() {
    var inquiry =
        new Inquiry(journal, TwoTowns.fleet(), new Evaluation(HolidayCalendar.NONE), telling);
    assertThatThrownBy(() -> inquiry.of("host-01", NOON, reader))
        .isInstanceOf(Declined.class)
        .hasMessageContaining("commit 1 have moved to an archive");
  }
}
