package dev.feierabend.app.cli;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.policies.almanac.Almanacs;
import dev.feierabend.policies.evaluation.Evaluation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Calendars that somebody names beside those that come with the product.
final class CalendarFiles {
  @Option(
      names = "--calendar",
      paramLabel = "FILE",
      description = "A calendar of your own, as the service has it; may be named several times.")
  List<Path> files = List.of();

  /// @throws Unreadable with every fault in all of them
  static Calendars read(List<Path> files) {
    return Inputs.valid(
        Calendars.with(
            files.stream()
                .map(file -> new Almanacs.Input(file.toString(), Inputs.bytes(file)))
                .toList()));
  }

  Evaluation evaluation() {
    return evaluation(files);
  }

  static Evaluation evaluation(List<Path> files) {
    return new Evaluation(read(files).together());
  }
}
