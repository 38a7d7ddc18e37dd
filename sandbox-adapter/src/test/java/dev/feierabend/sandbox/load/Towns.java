package dev.feierabend.sandbox.load;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;

/// Reads the three towns' documents as the product does.
public final class Towns {
  private Towns() {}

  public static Fleet parsed(ThreeTowns towns) {
    byte[] bytes = towns.fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet.yaml", bytes)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
