package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.policies.evaluation.Transitions;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.file.Path;
import java.time.LocalDate;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// When a policy sleeps and wakes, each line with its reason.
@Command(name = "explain", description = "Tells when a policy sleeps and wakes, and why.")
final class PolicyExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();

  @Parameters(paramLabel = "FILE", description = "The policy.")
  Path file = Path.of("");

  @Option(names = "--from", paramLabel = "DATE", description = "First day; today by default.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day; a week on by default.")
  @Nullable LocalDate to;

  @Override
  public Integer call() {
    SchedulePolicy policy =
        Inputs.valid(SchedulePolicyParser.parse(file.toString(), Inputs.bytes(file)));
    Locale locale = Languages.of(spec);
    LocalDate first =
        Optional.ofNullable(from)
            .orElseGet(() -> SystemTime.clock().instant().atZone(policy.zone()).toLocalDate());
    LocalDate last = Optional.ofNullable(to).orElse(first.plusDays(6));
    if (last.isBefore(first)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --to on or after --from but found %s before %s".formatted(last, first));
    }
    var begin = first.atStartOfDay(policy.zone()).toInstant();
    var end = last.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    List<ExplainedTransition> explained =
        Transitions.between(policy, begin.minusMillis(1), end).stream()
            .map(transition -> ExplainedTransition.of(transition, policy, locale))
            .toList();
    if (form.json) {
      form.print(explained);
    } else {
      explained.forEach(one -> spec.commandLine().getOut().println(one.line(locale)));
    }
    return Exit.GOOD;
  }
}
