package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The fleet document that the configuration names.
final class FleetFile {
  private FleetFile() {}

  static Fleet read(Path file) {
    try {
      return switch (FleetParser.parse(file.toString(), Files.readAllBytes(file))) {
        case Parsed.Valid<Fleet>(var fleet) -> fleet;
        case Parsed.Invalid<Fleet>(var faults) ->
            throw new Outage(
                faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
      };
    } catch (IOException e) {
      throw new Outage(
          "Expected the fleet document at feierabend.fleet but %s cannot be read".formatted(file),
          e);
    }
  }
}
