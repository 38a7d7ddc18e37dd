package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.Closing;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the accounts of months that are over, oldest first, some days later: whoever hands in
/// load late has done so then. What is closed already stays as it is, whoever closed it.
final class MonthEnd implements Hourly.Task {
  private static final Logger LOG = LoggerFactory.getLogger(MonthEnd.class);

  private final Books books;
  private final Dispatch journal;
  private final Set<YearMonth> settled = new HashSet<>();
  private volatile boolean ending;

  MonthEnd(Books books, Dispatch journal) {
    this.books = books;
    this.journal = journal;
  }

  @Override
  public void beginning() {
    ending = false;
  }

  @Override
  public void began(Instant hour) {
    look(hour);
  }

  @Override
  public void ended(Instant from, Instant to) {
    look(to);
  }

  @Override
  public void ending() {
    ending = true;
  }

  private void look(Instant now) {
    first().stream()
        .flatMap(first -> books.months().over(first, now).stream())
        .filter(month -> !settled.contains(month))
        .takeWhile(_ -> !ending)
        .filter(month -> attempt(month.toString(), () -> isSettled(month, now)))
        .forEachOrdered(settled::add);
  }

  /// One month's fault, or one customer's, is no other's; what failed is tried again in an hour.
  private static boolean attempt(String what, BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.error("Not closed yet: {}", what, e);
      return false;
    }
  }

  private Optional<Instant> first() {
    try (Stream<Commit> history = books.journal().log().from(1)) {
      return history.findFirst().map(commit -> commit.header().time());
    }
  }

  /// Closed, or never to be.
  private boolean isSettled(YearMonth month, Instant now) {
    try {
      return books
          .closed(month, Owner.OPERATOR)
          .or(() -> close(month, now))
          .map(this::isShared)
          .orElse(true);
    } catch (EventsArchived archived) {
      LOG.warn("The accounts of {} stay open: {}", month, archived.getMessage());
      return true;
    }
  }

  /// As it stands afterwards: another may have been faster.
  private Optional<PeriodClosed> close(YearMonth month, Instant now) {
    Optional<PeriodClosed> whole = books.whole(month, now);
    whole.map(ClosePeriod::new).ifPresent(this::send);
    return whole.flatMap(_ -> books.closed(month, Owner.OPERATOR));
  }

  /// Whether every customer has its part.
  private boolean isShared(PeriodClosed whole) {
    return Closing.parts(whole).stream()
        .filter(part -> books.closed(whole.month(), part.closed().owner()).isEmpty())
        .map(part -> attempt(part.target().toString(), () -> isSent(part)))
        .reduce(true, Boolean::logicalAnd);
  }

  private boolean isSent(ClosePeriod command) {
    send(command);
    return true;
  }

  private void send(ClosePeriod command) {
    switch (journal.send(command)) {
      case Decision.Accepted _ -> LOG.info("Closed: {}", command.target());
      case Decision.Rejected(var refusal) -> LOG.info("Not closed: {}", refusal.sentence());
    }
  }
}
