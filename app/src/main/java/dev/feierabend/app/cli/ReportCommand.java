package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.EnergyLedger;
import dev.feierabend.core.reporting.energy.Method;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A month's electricity, from a journal and its fleet alone.
@Command(
    name = "report",
    description = "Tells a month's electricity, what sleep saved of it, and whose it is.")
final class ReportCommand implements Callable<Integer> {
  private static final double GRAMS_A_KILOGRAM = 1000;

  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin JournalSource source = new JournalSource();
  @Mixin OfFleet fleets = new OfFleet();
  @Mixin Price price = new Price();

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      required = true,
      description = "Which month; of it what is recorded counts.")
  YearMonth month = YearMonth.of(1970, 1);

  @Option(names = "--zone", description = "The zone of the month (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Option(names = "--csv", description = "Answers with the hosts as CSV, for spreadsheets.")
  boolean csv;

  @Option(
      names = "--pue",
      paramLabel = "FACTOR",
      description = "The month's PUE; then it is told what it would have been without any sleep.")
  @Nullable Double pue;

  @Override
  public Integer call() {
    expectSense();
    Locale locale = Languages.of(spec);
    try (var store = source.store();
        var shelf = source.shelf(store, locale)) {
      try {
        tell(report(shelf, fleets.beside(source.beside(store))), locale);
      } catch (EventsArchived e) {
        throw new Unreadable(shelf.needed(e, locale), e);
      }
    }
    return Exit.GOOD;
  }

  private void expectSense() {
    if (csv && form.json) {
      throw new ParameterException(spec.commandLine(), "Expected --csv or --json but found both");
    }
    if (pue != null && !(pue >= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--pue: Expected at least 1 but found " + pue);
    }
    price.euro();
  }

  private Report report(Shelf shelf, Fleet hosts) {
    var recorded = new RecordedPart(begin(month), begin(month.plusMonths(1)));
    each(shelf, recorded::tell);
    Period.Span span =
        recorded
            .span()
            .orElseThrow(() ->
                new Unreadable(
                    "Expected utilisation of %s in the journal %s but found none"
                        .formatted(month, source.journal)));
    var ledger = new EnergyLedger(hosts, span.from(), span.to());
    var promise = new Promise(span);
    each(
        shelf,
        event -> {
          ledger.tell(event);
          promise.tell(event);
        });
    EnergyAccount account = ledger.account(Method.TODAY);
    EmissionFactor co2 = EmissionFactor.of(month.getYear());
    return new Report(
        month.toString(),
        account,
        Optional.of(promise.told()).filter(told -> told.forecasts() > 0),
        co2,
        account.savedKwh().times(co2.gramsAKwh() / GRAMS_A_KILOGRAM),
        price.euro().stream().mapToObj(account.savedKwh()::times).findFirst(),
        Optional.ofNullable(pue).map(it -> new Report.Pue(it, account.pueWithoutSleep(it))));
  }

  /// What came before the month tells which hosts were off as it began, where it is at hand.
  private void each(Shelf shelf, Consumer<JournalEvent> reader) {
    var events = new JournalReader(Slices.events());
    try (var history = shelf.history()) {
      history
          .commits()
          .peek(this::require)
          .flatMap(events::recorded)
          .forEach(recorded -> reader.accept(recorded.event()));
    }
  }

  private void require(Commit commit) {
    if (commit.isArchived()
        && !commit.header().time().isBefore(begin(month))
        && commit.header().time().isBefore(begin(month.plusMonths(1)))) {
      throw new EventsArchived(commit.number());
    }
  }

  private Instant begin(YearMonth of) {
    return of.atDay(1).atStartOfDay(zone).toInstant();
  }

  private void tell(Report report, Locale locale) {
    var out = spec.commandLine().getOut();
    if (form.json) {
      form.print(report);
    } else if (csv) {
      ReportTable.print(report.account().hosts(), out);
    } else {
      new ReportLines(locale, zone, Phrases.ofCommands(locale)).of(report).forEach(out::println);
    }
  }
}
