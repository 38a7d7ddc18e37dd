package dev.feierabend.app.cli;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.reporting.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A journal's events as sentences.
@Command(name = "history", description = "Tells a journal's events, one sentence each.")
final class HistoryCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin JournalSource source = new JournalSource();

  @Option(names = "--from", paramLabel = "DATE", description = "First day.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  @Nullable LocalDate to;

  @Option(names = "--about", paramLabel = "ID", description = "Only what tells of this name or id.")
  String about = "";

  @Option(names = "--zone", description = "The zone of the times (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Override
  public Integer call() {
    Locale locale = Languages.of(spec);
    try (var store = source.store();
        var shelf = source.shelf(store, locale)) {
      var names = Names.of(source.beside(store));
      if (tell(shelf, new Told(new Sentences(locale, zone, names), locale, zone))) {
        shelf.missing(locale).forEach(spec.commandLine().getErr()::println);
      }
    }
    return Exit.GOOD;
  }

  /// @return whether there are commits whose events are not at hand
  private boolean tell(Shelf shelf, Told told) {
    var reader = new JournalReader(Slices.events());
    var archived = new AtomicBoolean();
    try (var history = shelf.history()) {
      history
          .commits()
          .peek(commit -> archived.compareAndSet(false, commit.isArchived()))
          .flatMap(reader::recorded)
          .filter(this::wanted)
          .filter(recorded -> told.line(recorded).contains(about))
          .forEach(recorded -> tell(recorded, told));
    }
    return archived.get();
  }

  /// One event a line, in JSON too: a history may be long.
  private void tell(Recorded recorded, Told told) {
    if (form.json) {
      form.print(ToldEvent.of(recorded, told.sentence(recorded)));
    } else {
      spec.commandLine().getOut().println(told.line(recorded));
    }
  }

  private boolean wanted(Recorded recorded) {
    return (from == null || !recorded.time().isBefore(begin(from)))
        && (to == null || recorded.time().isBefore(begin(to.plusDays(1))));
  }

  private Instant begin(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}
