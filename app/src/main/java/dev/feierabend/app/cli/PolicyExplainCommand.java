package dev.feierabend.app.cli;

import dev.feierabend.policies.evaluation.Transitions;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// When a policy sleeps and wakes, each line with its reason.
@Command(name = "explain", description = "Tells when a policy sleeps and wakes, and why.")
final class PolicyExplainCommand implements Callable<Integer> {
  private static final int A_WEEK = 7;

  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Period period = new Period();

  @Parameters(paramLabel = "FILE", description = "The policy.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    SchedulePolicy policy =
        Inputs.valid(SchedulePolicyParser.parse(file.toString(), Inputs.bytes(file)));
    Locale locale = Languages.of(spec);
    Period.Span span = period.in(policy.zone(), A_WEEK);
    List<ExplainedTransition> explained =
        Transitions.between(policy, span.from().minusMillis(1), span.to()).stream()
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
