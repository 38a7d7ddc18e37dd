package dev.feierabend.app.cli;

import dev.feierabend.app.schema.Schemas;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The JSON schema of a kind of document, by which editors complete and explain it.
@Command(name = "schema", description = "Prints the JSON schema of our documents, for editors.")
final class PolicySchemaCommand implements Callable<Integer> {
  /// The kinds of documents, as they name themselves.
  enum Kind {
    SchedulePolicy,
    ScheduleOverride,
    Fleet,
    HolidayCalendar
  }

  /// Those that a cluster takes.
  private static final Set<Kind> IN_CLUSTERS =
      EnumSet.of(Kind.SchedulePolicy, Kind.ScheduleOverride);

  @Spec CommandSpec spec;

  @Option(
      names = "--kind",
      paramLabel = "SchedulePolicy|ScheduleOverride|Fleet|HolidayCalendar",
      defaultValue = "SchedulePolicy",
      description = "Which kind of document; ${DEFAULT-VALUE} by default.")
  Kind kind = Kind.SchedulePolicy;

  @Option(
      names = "--definition",
      description =
          "The same as a CustomResourceDefinition, by which a cluster takes a SchedulePolicy or a ScheduleOverride.")
  boolean definition;

  @Override
  public Integer call() {
    if (definition && !IN_CLUSTERS.contains(kind)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected a kind that a cluster takes, SchedulePolicy or ScheduleOverride, but found %s"
              .formatted(kind));
    }
    String text = definition ? Schemas.definition(kind.name()) : Schemas.json(kind.name());
    spec.commandLine().getOut().print(text);
    return Exit.GOOD;
  }
}
