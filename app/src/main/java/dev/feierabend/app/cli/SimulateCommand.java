package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.core.reporting.Wording;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.sandbox.load.Recording;
import dev.feierabend.sandbox.load.Recordings;
import dev.feierabend.sandbox.replay.Replay;
import dev.feierabend.sandbox.replay.Replayed;
import dev.feierabend.sandbox.replay.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
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

/// Recorded load against policies, by the planner of the service.
@Command(
    name = "simulate",
    description =
        "Replays recorded load against policies: what would sleep, what load keeps up, what it saves and misses.")
final class SimulateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin CalendarFiles calendars = new CalendarFiles();
  @Mixin Source source = new Source();

  @Option(names = "--fleet", paramLabel = "FILE", required = true, description = "The fleet.")
  Path fleet = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "A policy that is taken as agreed; as many as there are.")
  List<Path> policies = List.of();

  @Option(
      names = "--load",
      paramLabel = "PATH",
      required = true,
      description =
          "Recorded load: a PlanetLab day (folder or .tar.xz), a Bitbrains table (.csv, .csv.gz), a Prometheus range query's answer (.json), or a journal's directory.")
  Path load = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day; by default the recording's, today where it has no date.")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day; by default the recording's, a week on where it has no date.")
  @Nullable LocalDate to;

  @Option(
      names = "--busy",
      paramLabel = "SHARE",
      description = "From which share of its size a guest stays up (default: ${DEFAULT-VALUE}).")
  double busy = Vigilance.USUAL.workload();

  @Option(
      names = "--busy-pool",
      paramLabel = "SHARE",
      description = "From which share of a pool all of it is up (default: ${DEFAULT-VALUE}).")
  double busyPool = Vigilance.USUAL.pool();

  @Option(
      names = "--quiet",
      paramLabel = "DURATION",
      description = "How long it must be quiet then (default: ${DEFAULT-VALUE}).")
  Duration quiet = Vigilance.USUAL.quiet();

  @Override
  public Integer call() {
    Settings settings = settings();
    Fleet machines = Inputs.fleet(fleet);
    List<SchedulePolicy> agreed = agreed();
    Recording recording = recording();
    ZoneId zone = agreed.getFirst().zone();
    Replayed replayed = Replay.of(machines, agreed, recording, span(recording, zone), settings);
    tell(replayed, zone);
    return replayed.laws().kept() ? Exit.GOOD : Exit.NO;
  }

  private Settings settings() {
    try {
      var vigilance = new Vigilance(busy, busyPool, Vigilance.USUAL.kept(), quiet);
      return new Settings(Rules.CAUTIOUS, vigilance, 0.8, calendars.evaluation());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private List<SchedulePolicy> agreed() {
    var names = new HashSet<AgreementId>();
    return policies.stream()
        .map(file -> {
          var policy =
              Inputs.valid(SchedulePolicyParser.parse(file.toString(), Inputs.bytes(file)));
          AgreementId.of(policy).stream()
              .filter(id -> !names.add(id))
              .findFirst()
              .ifPresent(id -> {
                throw new Unreadable(
                    "%s: expected one policy of each name, found %s twice".formatted(file, id));
              });
          return policy;
        })
        .toList();
  }

  private Recording recording() {
    if (Files.isDirectory(load) && source.isJournal(load)) {
      try (var store = source.store(load.toString());
          var shelf = source.shelf(store, Languages.of(spec))) {
        return RecordedCores.of(shelf, load.toString());
      }
    }
    return Recordings.open(load);
  }

  private Replay.Span span(Recording recording, ZoneId zone) {
    Optional<Instant> first =
        Optional.ofNullable(from).map(it -> it.atStartOfDay(zone).toInstant());
    Instant begin =
        first
            .or(recording::begin)
            .orElseGet(() ->
                SystemTime.clock()
                    .instant()
                    .atZone(zone)
                    .toLocalDate()
                    .atStartOfDay(zone)
                    .toInstant());
    Instant end =
        Optional.ofNullable(to)
            .map(it -> it.plusDays(1).atStartOfDay(zone).toInstant())
            .or(recording::end)
            .orElseGet(() -> begin.atZone(zone).plusDays(7).toInstant());
    if (!begin.isBefore(end)) {
      throw wrong("Expected a last day after the first but found %s to %s".formatted(begin, end));
    }
    return new Replay.Span(begin, end);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void tell(Replayed replayed, ZoneId zone) {
    Locale locale = Languages.of(spec);
    var lines = new SimulateLines(zone, locale, Phrases.ofCommands(locale), new Wording(locale));
    if (form.json) {
      form.print(replayed);
      lines.withoutGuests(replayed).ifPresent(spec.commandLine().getErr()::println);
    } else {
      lines.of(replayed).forEach(spec.commandLine().getOut()::println);
    }
  }
}
