package dev.feierabend.app.cli;

import dev.feierabend.app.calendars.JollydayCalendar;
import dev.feierabend.core.Slices;
import dev.feierabend.core.forecasting.VerdictText;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.reporting.Past;
import dev.feierabend.core.reporting.Reasoning;
import dev.feierabend.core.reporting.Subject;
import dev.feierabend.core.reporting.Subjects;
import dev.feierabend.core.reporting.Why;
import dev.feierabend.core.reporting.WhySentence;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.yaml.Nearest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Why something slept or was awake at an instant, from a journal alone.
@Command(
    name = "why",
    description = "Tells why a pool, workload or host slept or was awake, in one sentence.")
final class WhyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin JournalSource source = new JournalSource();

  @Parameters(paramLabel = "SUBJECT", description = "A pool, workload or host, by name or id.")
  String subject = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      required = true,
      description = "When, for example \"2026-12-24 14:10\".")
  LocalDateTime at = LocalDateTime.MIN;

  @Option(
      names = "--zone",
      description = "The zone of that time and of the answer's (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Override
  public Integer call() {
    Locale locale = Languages.of(spec);
    try (var store = source.store();
        var shelf = source.shelf(store, locale)) {
      try {
        tell(shelf, source.beside(store));
      } catch (EventsArchived e) {
        throw new Unreadable(shelf.needed(e, locale), e);
      }
    }
    return Exit.GOOD;
  }

  private void tell(Shelf shelf, Beside beside) {
    var past = past(shelf, beside);
    var evaluation = new Evaluation(new JollydayCalendar());
    Subject asked = called(past);
    Why why = new Reasoning(past, evaluation).of(asked);
    var sentence = new WhySentence(Languages.of(spec), zone, Names.of(beside)).of(why);
    Optional<String> need =
        past.need(asked, evaluation).map(new VerdictText(Languages.of(spec))::of);
    if (form.json) {
      form.print(new ToldWhy(sentence, why, need));
    } else {
      spec.commandLine().getOut().println(sentence);
      need.ifPresent(spec.commandLine().getOut()::println);
    }
  }

  /// What came before the end of what is archived can't be told without the archive.
  private Past past(Shelf shelf, Beside beside) {
    Instant instant = at.atZone(zone).toInstant();
    var past = new Past(instant, beside.fleet().map(Subjects::new).orElseGet(Subjects::new));
    var reader = new JournalReader(Slices.events());
    try (var history = shelf.history()) {
      history
          .commits()
          .peek(commit -> require(commit, instant))
          .flatMap(reader::recorded)
          .forEach(past::tell);
    }
    return past;
  }

  private static void require(Commit commit, Instant at) {
    if (commit.isArchived() && !at.isAfter(commit.header().time())) {
      throw new EventsArchived(commit.number());
    }
  }

  private Subject called(Past past) {
    var subjects = past.subjects();
    return subjects
        .called(subject)
        .orElseThrow(() ->
            new Unreadable(
                "Expected a pool, workload or host of %s but found \"%s\"%s"
                    .formatted(source.journal, subject, Nearest.hint(subject, subjects.words()))));
  }
}
