package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.reporting.closing.Months;
import dev.feierabend.core.reporting.energy.ShareTable;
import dev.feierabend.policies.fleet.Fleet;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A month's electricity, from a journal and its fleet alone. Of a month that is closed the figures
/// are those that were recorded; they are made once more, and it ends 1 where others come out.
@Command(
    name = "report",
    description = "Tells a month's electricity, what sleep saved of it, and whose it is.")
final class ReportCommand implements Callable<Integer> {
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

  @Option(
      names = "--csv",
      description = "Answers with whose it is as CSV, a line each and the total, for spreadsheets.")
  boolean csv;

  @Option(names = "--hosts", description = "With --csv: the hosts instead, a line each.")
  boolean hosts;

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
        return tell(read(shelf, fleets.beside(source.beside(store))), locale);
      } catch (EventsArchived e) {
        throw new Unreadable(shelf.needed(e, locale), e);
      }
    }
  }

  private void expectSense() {
    if (csv && form.json) {
      throw new ParameterException(spec.commandLine(), "Expected --csv or --json but found both");
    }
    if (hosts && !csv) {
      throw new ParameterException(
          spec.commandLine(), "Expected --csv with --hosts but found none");
    }
    if (pue != null && !(pue >= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--pue: Expected at least 1 but found " + pue);
    }
    price.euro();
  }

  private MonthRead read(Shelf shelf, Fleet fleet) {
    return new MonthReader(shelf, fleet, month)
        .in(new Months(zone), SystemTime.clock().instant())
        .map(read -> read.at(price.euro()))
        .orElseThrow(() ->
            new Unreadable(
                "Expected utilisation of %s in the journal %s but found none"
                    .formatted(month, source.journal)));
  }

  private int tell(MonthRead read, Locale locale) {
    var report = Report.of(read, Optional.ofNullable(pue));
    var out = spec.commandLine().getOut();
    var lines = new ReportLines(locale, zone, Phrases.ofCommands(locale));
    if (form.json) {
      form.print(report);
    } else if (hosts) {
      table(report);
    } else if (csv) {
      out.print(ShareTable.of(month, List.of(read.figures())));
    } else {
      lines.of(report).forEach(out::println);
    }
    Optional<String> objection = report.closed().flatMap(lines::objection);
    objection.ifPresent(spec.commandLine().getErr()::println);
    return objection.isPresent() ? Exit.NO : Exit.GOOD;
  }

  private void table(Report report) {
    if (report.account().hosts().isEmpty()) {
      throw new Unreadable(
          "Expected the hosts of %s but its closed accounts don't tell them, and what they were made of isn't all at hand"
              .formatted(month));
    }
    ReportTable.print(report.account().hosts(), spec.commandLine().getOut());
  }
}
