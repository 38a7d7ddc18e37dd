package dev.feierabend.app.cli;

import dev.feierabend.policies.comparison.ChangeText;
import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.comparison.Tally;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The hours that change hands between two policies, told in the newer one's zone.
@Command(name = "diff", description = "Tells which hours change hands between two policies.")
final class PolicyDiffCommand implements Callable<Integer> {
  private static final int A_YEAR = 365;

  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Period period = new Period();
  @Mixin CalendarFiles calendars = new CalendarFiles();

  @Parameters(index = "0", paramLabel = "OLD", description = "The policy as it was.")
  Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The policy as it is to be.")
  Path next = Path.of("");

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many stretches are told one by one; ${DEFAULT-VALUE} by default.")
  int most;

  @Override
  public Integer call() {
    SchedulePolicy newer = policy(next);
    Period.Span span = period.in(newer.zone(), A_YEAR);
    Comparison comparison =
        Comparison.of(calendars.evaluation(), policy(old), newer, span.from(), span.to());
    Tally tally = Tally.of(comparison.changes(), newer.zone());
    var text = new ChangeText(Languages.of(spec), newer.zone());
    if (form.json) {
      form.print(ToldComparison.of(comparison, tally, text));
    } else {
      var out = spec.commandLine().getOut();
      new ComparisonLines(comparison, tally, text).first(most).forEach(out::println);
    }
    return Exit.GOOD;
  }

  private static SchedulePolicy policy(Path file) {
    return Inputs.valid(SchedulePolicyParser.parse(file.toString(), Inputs.bytes(file)));
  }
}
