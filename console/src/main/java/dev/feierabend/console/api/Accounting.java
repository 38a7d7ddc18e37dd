package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.core.agreeing.SavingForecaster;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.ShareTable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What was taken and saved, and what had been expected, as far as a caller may see it: a customer
/// its own part, whoever sees everything the whole.
public final class Accounting {
  private final Books books;
  private final Register register;
  private final SavingForecaster forecaster;
  private final Desk desk;

  public Accounting(Books books, Register register, SavingForecaster forecaster, Desk desk) {
    this.books = books;
    this.register = register;
    this.forecaster = forecaster;
    this.desk = desk;
  }

  /// The month that it is now.
  public YearMonth current() {
    return books.months().of(desk.now());
  }

  /// What a kilowatt hour costs, where it is known.
  public Optional<Double> euroAKwh() {
    return books.euroAKwh();
  }

  /// @throws Declined where nothing is recorded of it, or some of it has moved to an archive
  public ReportView month(Caller caller, YearMonth month) {
    return told(caller, month, ReportView::of);
  }

  /// As CSV.
  ///
  /// @throws Declined as above
  String table(Caller caller, YearMonth month) {
    return told(caller, month, (sheet, parts) -> ShareTable.of(sheet.month(), parts));
  }

  private <T> T told(Caller caller, YearMonth month, BiFunction<Sheet, List<Figures>, T> telling) {
    if (month.isAfter(current())) {
      throw Declined.notFound();
    }
    Optional<PeriodClosed> closed = books.closed(month, Owner.OPERATOR);
    PeriodClosed whole =
        closed
            .or(() -> atHand(() -> books.whole(month, desk.now())))
            .orElseThrow(Declined::notFound);
    List<Figures> seen = seen(caller, whole.figures());
    if (seen.isEmpty()) {
      throw Declined.notFound();
    }
    return telling.apply(new Sheet(month, whole.zone(), closed.map(PeriodClosed::at)), seen);
  }

  private List<Figures> seen(Caller caller, Figures whole) {
    return caller.seesAll()
        ? List.of(whole)
        : register.tenants(caller).map(tenant -> whole.partOf(Owner.of(tenant))).toList();
  }

  /// What each document of an agreement that counts or may come to count is expected to save, and
  /// what the one in force did.
  ///
  /// @throws Declined where there is no such agreement for this caller
  public List<SavingView> savings(Caller caller, String tenant, String policy) {
    return register
        .entries(caller, tenant, policy)
        .filter(entry -> counts(entry.standing()))
        .map(this::saving)
        .toList();
  }

  private static boolean counts(Standing standing) {
    return switch (standing) {
      case DRAFT, PROPOSED, APPROVED, ACTIVE -> true;
      case TAKEN_BACK, REJECTED, ENDED -> false;
    };
  }

  private SavingView saving(Agreements.Entry entry) {
    boolean inForce = entry.standing() == Standing.ACTIVE;
    AgreementView view = AgreementView.of(entry);
    return new SavingView(
        view.digest(),
        view.standing(),
        forecast(entry).orElse(null),
        Stream.of(entry)
            .filter(_ -> inForce)
            .flatMap(it -> atHand(() -> books.since(it, desk.now())).stream())
            .map(kept -> OutcomeView.of(kept, books.euroAKwh()))
            .findFirst()
            .orElse(null),
        books.euroAKwh().orElse(null));
  }

  /// A draft was never proposed, so it is told what its proposal would carry.
  private Optional<ForecastView> forecast(Agreements.Entry entry) {
    return (entry.standing() == Standing.DRAFT ? forecaster.of(entry.policy()) : entry.forecast())
        .map(ForecastView::of);
  }

  private static <T> Optional<T> atHand(Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (EventsArchived archived) {
      throw Declined.refused(
          new Refusal(
              "accounts-archived",
              "Expected a time behind the archived periods but the events of commit %d have moved to an archive; ask `feierabend report` with --archive"
                  .formatted(archived.number())));
    }
  }
}
