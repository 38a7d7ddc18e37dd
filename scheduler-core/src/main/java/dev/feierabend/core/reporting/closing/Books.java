package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Consent;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Accounts;
import dev.feierabend.core.reporting.energy.Bookkeeper;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Kept;
import dev.feierabend.core.reporting.energy.Method;
import dev.feierabend.core.reporting.energy.Span;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// A running service's accounts. Those of closed months are as they were closed; others are made
/// anew from the whole journal when something was recorded since.
public final class Books {
  private final Journal journal;
  private final Fleet fleet;
  private final Months months;
  private final Optional<Double> euroAKwh;
  private final LastRead lastRead = new LastRead();

  /// @param euroAKwh where a price is known
  public Books(Journal journal, Fleet fleet, Months months, Optional<Double> euroAKwh) {
    this.journal = journal;
    this.fleet = fleet;
    this.months = months;
    this.euroAKwh = euroAKwh;
  }

  public Journal journal() {
    return journal;
  }

  public Months months() {
    return months;
  }

  public Optional<Double> euroAKwh() {
    return euroAKwh;
  }

  /// As they were closed; empty where they weren't.
  public Optional<PeriodClosed> closed(YearMonth month, Owner owner) {
    return journal.log().aggregate(ReportingCommand.target(month, owner), 0).stream()
        .flatMap(journal::recorded)
        .flatMap(recorded ->
            recorded.event() instanceof PeriodClosed closed
                    && closed.month().equals(month)
                    && closed.owner().equals(owner)
                ? Stream.of(closed)
                : Stream.empty())
        .findFirst();
  }

  /// What closing a month now would record as the whole; empty where nothing is recorded of it.
  ///
  /// @throws EventsArchived where some of it has moved to an archive
  public Optional<PeriodClosed> whole(YearMonth month, Instant at) {
    Head head = journal.log().head();
    return read(months.span(month), head.number(), at)
        .map(accounts ->
            new PeriodClosed(
                Owner.OPERATOR,
                month,
                months.zone(),
                Figures.of(accounts, factors(month)),
                new Inputs(head, fleet.document().digest()),
                at));
  }

  private Figures.Factors factors(YearMonth month) {
    return new Figures.Factors(EmissionFactor.of(month.getYear()), euroAKwh);
  }

  /// What an agreement was expected to save since it is in force, and did, up to the minute; empty
  /// where nothing is recorded since.
  ///
  /// @throws EventsArchived where some of it has moved to an archive
  public Optional<Kept> since(Agreements.Entry inForce, Instant now) {
    Instant agreed = inForce.consent().map(Consent::at).orElseGet(inForce::proposed);
    return Span.between(inForce.begins().orElse(agreed), now.truncatedTo(ChronoUnit.MINUTES))
        .flatMap(span -> read(span, journal.log().head().number(), now))
        .flatMap(accounts ->
            accounts.agreements().stream()
                .filter(kept -> kept.agreement().equals(inForce.agreement()))
                .filter(kept -> kept.digest().equals(inForce.digest()))
                .findFirst());
  }

  private Optional<Accounts> read(Span span, long last, Instant now) {
    return lastRead.of(span, last, now, () -> accounts(span, last, now));
  }

  private Optional<Accounts> accounts(Span span, long last, Instant now) {
    var bookkeeper = new Bookkeeper(fleet, span);
    try (Stream<Commit> history = journal.log().from(1)) {
      history
          .takeWhile(commit -> commit.number() <= last)
          .peek(commit -> require(commit, span))
          .flatMap(journal::recorded)
          .forEachOrdered(recorded -> bookkeeper.tell(recorded.event()));
    }
    return bookkeeper.accounts(Method.TODAY, now);
  }

  /// What came before tells which hosts were off as it began, where it is at hand.
  private static void require(Commit commit, Span span) {
    Instant time = commit.header().time();
    if (commit.isArchived() && !time.isBefore(span.from()) && time.isBefore(span.until())) {
      throw new EventsArchived(commit.number());
    }
  }
}
