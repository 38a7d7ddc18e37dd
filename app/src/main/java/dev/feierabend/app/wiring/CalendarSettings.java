package dev.feierabend.app.wiring;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.almanac.Almanacs;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The calendars that the configuration names, beside those that come with the product.
final class CalendarSettings {
  private CalendarSettings() {}

  /// @throws Outage with every fault in all of them
  static Calendars read(List<Path> files) {
    return switch (Calendars.with(files.stream().map(CalendarSettings::input).toList())) {
      case Parsed.Valid<Calendars>(var calendars) -> calendars;
      case Parsed.Invalid<Calendars>(var faults) ->
          throw new Outage(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  private static Almanacs.Input input(Path file) {
    try {
      return new Almanacs.Input(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Outage(
          "Expected the calendars at feierabend.calendars but %s cannot be read".formatted(file),
          e);
    }
  }
}
