package dev.feierabend.app.cli;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.Months;
import dev.feierabend.core.reporting.closing.Recheck;
import dev.feierabend.core.reporting.closing.Recheck.Impossible;
import dev.feierabend.core.reporting.closing.Recheck.Lack;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Accounts;
import dev.feierabend.core.reporting.energy.Bookkeeper;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Method;
import dev.feierabend.core.reporting.energy.Span;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a month's accounts out of a journal at hand: once where it is open, and where it is closed
/// once more up to the commit that it was closed by.
final class MonthReader {
  private final Shelf shelf;
  private final Fleet fleet;
  private final YearMonth month;
  private @Nullable PeriodClosed closed;

  MonthReader(Shelf shelf, Fleet fleet, YearMonth month) {
    this.shelf = shelf;
    this.fleet = fleet;
    this.month = month;
  }

  /// Empty where nothing is recorded of it.
  ///
  /// @param now up to which an open month should have been recorded
  ///
  /// @throws EventsArchived where it isn't closed, and some of it has moved to an archive
  Optional<MonthRead> in(Months months, Instant now) {
    Span span = months.span(month);
    var missing = new Missing(span);
    var open = new Bookkeeper(fleet, span);
    Optional<Commit> last =
        each(
            missing,
            _ -> true,
            event -> {
              open.tell(event);
              meet(event);
            });
    PeriodClosed known = closed;
    if (known == null) {
      missing.require();
      return open.accounts(Method.TODAY, atLeast(now, last)).map(this::open);
    }
    return Optional.of(again(known));
  }

  /// What is recorded is over, whatever the clock here says.
  private static Instant atLeast(Instant now, Optional<Commit> last) {
    return last.map(commit -> commit.header().time()).filter(now::isBefore).orElse(now);
  }

  private void meet(JournalEvent event) {
    if (event instanceof PeriodClosed it
        && it.month().equals(month)
        && it.owner().equals(Owner.OPERATOR)) {
      closed = it;
    }
  }

  private MonthRead open(Accounts accounts) {
    return new MonthRead(
        month,
        Figures.of(
            accounts, new Figures.Factors(EmissionFactor.of(month.getYear()), Optional.empty())),
        Optional.of(accounts.energy()),
        Optional.empty(),
        Optional.empty());
  }

  private MonthRead again(PeriodClosed known) {
    long last = known.inputs().history().number();
    var missing = new Missing(new Months(known.zone()).span(month));
    var made = new Bookkeeper(fleet, new Months(known.zone()).span(month));
    var there = each(missing, commit -> commit.number() <= last, made::tell);
    Optional<Accounts> accounts = made.accounts(Method.TODAY, known.at());
    Recheck recheck =
        Recheck.before(known, fleet, there.filter(head -> head.number() == last).map(Commit::head))
            .or(() -> missing.lack())
            .orElseGet(() -> compare(known, accounts));
    return new MonthRead(
        month,
        known.figures(),
        accounts.map(Accounts::energy),
        Optional.of(known),
        Optional.of(recheck));
  }

  private static Recheck compare(PeriodClosed known, Optional<Accounts> accounts) {
    var factors = new Figures.Factors(known.figures().co2(), known.figures().euroAKwh());
    return accounts
        .map(it -> Recheck.of(known, Figures.of(it, factors)))
        .orElseGet(() -> new Impossible(Lack.EVENTS));
  }

  /// What came before the month tells which hosts were off as it began, where it is at hand.
  ///
  /// @return the last commit that was read
  private Optional<Commit> each(
      Missing missing, Predicate<Commit> wanted, Consumer<JournalEvent> reader) {
    var events = new JournalReader(Slices.events());
    try (var history = shelf.history();
        var commits = history.commits()) {
      return commits
          .takeWhile(wanted)
          .peek(missing::look)
          .peek(commit -> events.recorded(commit).forEach(it -> reader.accept(it.event())))
          .reduce((_, last) -> last);
    }
  }

  /// The first commit of the month whose events are not at hand.
  private static final class Missing {
    private final Span span;
    private @Nullable EventsArchived first;

    Missing(Span span) {
      this.span = span;
    }

    void look(Commit commit) {
      Instant time = commit.header().time();
      if (first == null
          && commit.isArchived()
          && !time.isBefore(span.from())
          && time.isBefore(span.until())) {
        first = new EventsArchived(commit.number());
      }
    }

    void require() {
      if (first != null) {
        throw first;
      }
    }

    Optional<Recheck> lack() {
      return Optional.ofNullable(first).map(_ -> new Impossible(Lack.EVENTS));
    }
  }
}
