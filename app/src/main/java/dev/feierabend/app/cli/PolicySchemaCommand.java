package dev.feierabend.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The JSON schema of a kind of document, by which editors complete and explain it.
@Command(name = "schema", description = "Prints the JSON schema of our documents, for editors.")
final class PolicySchemaCommand implements Callable<Integer> {
  /// The kinds of documents, as they name themselves.
  enum Kind {
    SchedulePolicy,
    Fleet,
    HolidayCalendar
  }

  @Spec CommandSpec spec;

  @Option(
      names = "--kind",
      paramLabel = "SchedulePolicy|Fleet|HolidayCalendar",
      defaultValue = "SchedulePolicy",
      description = "Which kind of document; ${DEFAULT-VALUE} by default.")
  Kind kind = Kind.SchedulePolicy;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(of(kind));
    return Exit.GOOD;
  }

  private static String of(Kind kind) {
    String name = "/dev/feierabend/app/schema/" + kind + ".json";
    try (InputStream in =
        Objects.requireNonNull(PolicySchemaCommand.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
