package dev.feierabend.app.wiring;

import dev.feierabend.core.archiving.Retention;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.ProvingCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once a day that closed periods have been in the store for longer than the operator wants.
final class RetentionWatch implements Hourly.Task {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final CommitLog log;
  private final Retention retention;
  private Instant looked = Instant.EPOCH;
  private volatile long overdue;

  RetentionWatch(CommitLog log, Retention retention) {
    this.log = log;
    this.retention = retention;
  }

  @Override
  public void ended(Instant from, Instant to) {
    if (to.isBefore(looked.plus(A_DAY))) {
      return;
    }
    looked = to;
    var today = LocalDate.ofInstant(to, ZoneOffset.UTC);
    long first = Ledger.in(log.aggregate(ProvingCommand.TARGET, 0).stream()).last() + 1;
    try (var commits = log.from(first)) {
      var oldest = commits.findFirst().map(commit -> commit.header().time());
      var due = oldest.flatMap(at -> retention.due(at, today));
      overdue = due.map(_ -> ChronoUnit.DAYS.between(oldest.orElseThrow(), to)).orElse(0L);
      due.ifPresent(until ->
          LOG.warn(
              "What happened up to {} is closed since more than {}; `feierabend journal archive --until {}` moves it to an archive",
              until,
              retention.kept(),
              until));
    }
  }

  /// How many days old the oldest events are, once they are older than they should be; else 0.
  long overdue() {
    return overdue;
  }
}
