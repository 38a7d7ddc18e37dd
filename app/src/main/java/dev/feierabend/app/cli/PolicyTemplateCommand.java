package dev.feierabend.app.cli;

import dev.feierabend.app.templates.PolicyTemplate;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Nearest;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A schedule to begin with; without a name, which there are.
@Command(
    name = "template",
    description = "Prints a policy to begin with, or lists which there are.")
final class PolicyTemplateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which; none lists them.")
  @Nullable String template;

  @Option(names = "--tenant", paramLabel = "ID", description = "Whose policy it is to be.")
  @Nullable TenantId tenant;

  @Option(names = "--pools", paramLabel = "ID", split = ",", description = "What it covers.")
  SortedSet<PoolId> pools = new TreeSet<>();

  @Option(
      names = "--land",
      paramLabel = "LAND",
      defaultValue = "BY",
      description = "Whose holidays count: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  Land land = Land.BY;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Its name; the template's by default.")
  @Nullable String name;

  @Override
  public Integer call() {
    Optional.ofNullable(template).ifPresentOrElse(this::print, this::list);
    return Exit.GOOD;
  }

  private void list() {
    for (String each : PolicyTemplate.NAMES) {
      String purpose = PolicyTemplate.named(each).purpose(Languages.of(spec));
      spec.commandLine().getOut().printf("%-20s  %s%n", each, purpose);
    }
  }

  private void print(String wanted) {
    if (!PolicyTemplate.NAMES.contains(wanted)) {
      String names = String.join(", ", PolicyTemplate.NAMES);
      throw wrong(
          "Expected one of the templates %s, found \"%s\"%s"
              .formatted(names, wanted, Nearest.hint(wanted, PolicyTemplate.NAMES)));
    }
    if (tenant == null || pools.isEmpty()) {
      throw wrong("Expected --tenant and --pools, for whom the template is to be");
    }
    spec.commandLine()
        .getOut()
        .print(
            PolicyTemplate.named(wanted)
                .of(Optional.ofNullable(name).orElse(wanted), tenant, pools, land));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
