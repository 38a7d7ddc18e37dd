package dev.feierabend.app.cli;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Every fault of every file, lists of days that no calendar has among them; 1 if there is any.
@Command(name = "check", description = "Tells every fault of every file.")
final class PolicyCheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin CalendarFiles calendars = new CalendarFiles();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Policies to check.")
  List<Path> files = List.of();

  @Option(names = "--fleet", paramLabel = "FILE", description = "Checks pools and owners too.")
  @Nullable Path fleet;

  @Override
  public Integer call() {
    Optional<Fleet> known = Optional.ofNullable(fleet).map(Inputs::fleet);
    SortedSet<String> lists = calendars.evaluation().lists();
    List<CheckedFile> checked =
        files.stream()
            .map(file -> new CheckedFile(file.toString(), faults(file, known, lists)))
            .toList();
    if (form.json) {
      form.print(checked);
    } else {
      checked.forEach(this::tell);
    }
    return checked.stream().allMatch(CheckedFile::good) ? Exit.GOOD : Exit.NO;
  }

  private void tell(CheckedFile checked) {
    var out = spec.commandLine().getOut();
    checked.faults().forEach(out::println);
    if (checked.good()) {
      out.println(checked.file() + ": good");
    }
  }

  private static List<Fault> faults(Path file, Optional<Fleet> fleet, SortedSet<String> lists) {
    return switch (PolicyCheck.parse(file.toString(), Inputs.bytes(file), fleet, lists)) {
      case Parsed.Invalid<SchedulePolicy>(var faults) -> faults;
      case Parsed.Valid<SchedulePolicy> _ -> List.of();
    };
  }
}
