package dev.feierabend.app.cli;

import dev.feierabend.policies.imports.Imported;
import dev.feierabend.policies.imports.Input;
import dev.feierabend.policies.imports.LeftOutText;
import dev.feierabend.policies.imports.Scheduler;
import dev.feierabend.policies.imports.Settings;
import dev.feierabend.policies.language.Parsed;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Another scheduler's manifests as policies of ours; 1 if they have faults or no policy comes of
/// them.
@Command(name = "import", description = "Turns another scheduler's manifests into policies.")
final class PolicyImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Whose whose = new Whose();

  @Parameters(
      index = "0",
      paramLabel = "kube-green|kube-downscaler",
      converter = SchedulerName.class,
      description = "Whose manifests they are.")
  Scheduler scheduler = Scheduler.KUBE_GREEN;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Manifests, several documents and lists among them.")
  List<Path> files = List.of();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone where a manifest names none; kube-green's own is UTC.")
  @Nullable ZoneId zone;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes a file for each policy instead of printing them.")
  @Nullable Path out;

  @Override
  public Integer call() {
    var inputs =
        files.stream().map(file -> new Input(file.toString(), Inputs.bytes(file))).toList();
    Locale locale = Languages.of(spec);
    var settings = new Settings(whose.owners(), Optional.ofNullable(zone), locale);
    return switch (scheduler.policies(inputs, settings)) {
      case Parsed.Invalid<Imported>(var faults) -> {
        faults.forEach(spec.commandLine().getErr()::println);
        yield Exit.NO;
      }
      case Parsed.Valid<Imported>(var imported) -> {
        tell(imported, locale);
        yield imported.policies().isEmpty() ? Exit.NO : Exit.GOOD;
      }
    };
  }

  private void tell(Imported imported, Locale locale) {
    List<Path> written =
        Optional.ofNullable(out)
            .map(folder -> new PolicyFiles(folder).write(imported.policies()))
            .orElseGet(List::of);
    if (form.json) {
      form.print(ToldImport.of(imported, locale));
      return;
    }
    var print = spec.commandLine().getOut();
    if (out == null) {
      print.print(documents(imported));
    }
    written.forEach(print::println);
    imported.leftOut().stream()
        .map(left -> LeftOutText.line(left, locale))
        .forEach(spec.commandLine().getErr()::println);
  }

  private static String documents(Imported imported) {
    return imported.policies().stream()
        .map(Imported.Policy::document)
        .collect(Collectors.joining("---\n"));
  }
}
