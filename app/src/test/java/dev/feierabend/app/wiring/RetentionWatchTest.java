package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.feierabend.core.archiving.Retention;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionWatchTest {
  private static final Instant MAY = Instant.parse("2026-05-11T09:00:00Z");

  private final CommitLog log = EmbeddedCommitLog.inMemory(() -> MAY);
  private final RetentionWatch watch = new RetentionWatch(log, new Retention(Period.ofMonths(1)));

  @Test
  void whatIsOverForLongerIsOverdueAndNothingIsRemoved() {
    log.append(Owner.OPERATOR, List.of(event()));
    look(Instant.parse("2026-06-30T00:00:00Z"));
    assertThat(watch.overdue()).isZero();
    look(Instant.parse("2026-07-05T09:00:00Z"));
    assertThat(watch.overdue()).isEqualTo(55);
    assertThat(log.head().number()).isEqualTo(1);
  }

  @Test
  void anEmptyJournalHasNothingThatCouldBeOverdue() {
    look(Instant.parse("2026-07-05T09:00:00Z"));
    assertThat(watch.overdue()).isZero();
  }

  @Test
  void itLooksOnceADay() {
    look(Instant.parse("2026-07-05T09:00:00Z"));
    log.append(Owner.OPERATOR, List.of(event()));
    look(Instant.parse("2026-07-06T08:00:00Z"));
    assertThat(watch.overdue()).isZero();
    look(Instant.parse("2026-07-06T09:00:00Z"));
    assertThat(watch.overdue()).isPositive();
  }

  private void look(Instant at) {
    watch.ended(at.minus(Duration.ofHours(1)), at);
  }

  private static StoredEvent event() {
    return new StoredEvent(
        "action/x", "ActionAggregate", 0, "Added", "1", Map.of(), NullNode.getInstance());
  }
}
