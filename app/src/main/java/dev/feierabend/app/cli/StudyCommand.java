package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.sandbox.study.Day;
import dev.feierabend.sandbox.study.Days;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import dev.feierabend.sandbox.study.Rules;
import dev.feierabend.sandbox.study.Study;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The consolidation experiment of Beloglazov and Buyya (2012), on recorded days.
@Command(
    name = "study",
    description =
        "Compares methods of consolidation on recorded days, with each other and with the least energy possible.")
final class StudyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description =
          "PlanetLab days: folders or .tar.xz with a file a machine, other files are ignored; or one such folder.")
  Path folder = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "published|kept|late|memory|honest",
      description = "What holds in the simulated park (default: ${DEFAULT-VALUE}).")
  Rules rules = Rules.KEPT;

  @Option(
      names = "--method",
      paramLabel = "all|NAME[,NAME]",
      description =
          "npa, dvfs, ff, thr-mmt, mad-mmt, lr-mmt, feierabend, bound (default: ${DEFAULT-VALUE}).")
  String methods = MethodName.ALL;

  @Option(
      names = "--front",
      description =
          "Adds what energy costs: feierabend with 1/80 to 1/5 of the migrations of lr-mmt, and as much of its SLATAH and SLAV as goes with them.")
  boolean front;

  @Override
  public Integer call() {
    List<MethodName> chosen = chosen();
    try (Stream<Day> days = Days.in(folder)) {
      Stream<Study> studies = days.map(day -> Study.of(day, rules, System::nanoTime));
      if (form.json) {
        form.print(studies.flatMap(study -> outcomes(study, chosen)).toList());
      } else {
        studies.forEach(study -> tell(study, chosen));
      }
    }
    return Exit.GOOD;
  }

  private List<MethodName> chosen() {
    try {
      return MethodName.of(methods);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--method: " + e.getMessage(), e);
    }
  }

  private Stream<Outcome> outcomes(Study study, List<MethodName> chosen) {
    Stream<Outcome> named = chosen.stream().map(study::outcome);
    return front ? Stream.concat(named, study.front()) : named;
  }

  /// Line by line as the methods are through.
  private void tell(Study study, List<MethodName> chosen) {
    PrintWriter out = spec.commandLine().getOut();
    Locale locale = Languages.of(spec);
    var lines = new StudyLines(locale, Phrases.ofCommands(locale));
    lines.head(study).forEach(out::println);
    outcomes(study, chosen).map(lines::of).forEach(out::println);
    if (chosen.contains(MethodName.FEIERABEND)) {
      study.lateness().map(lines::of).ifPresent(out::println);
    }
    out.println();
  }
}
