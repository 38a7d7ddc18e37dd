package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a controller says about one system (`ComputerSystem`, Redfish DSP2046). `offered`: the
/// kinds of reset, empty where it does not say.
record SystemView(
    String powerState, Optional<UUID> uuid, Optional<String> resetTarget, List<String> offered) {
  SystemView {
    offered = List.copyOf(offered);
  }

  /// Empty where it is no system at all.
  static Optional<SystemView> of(JsonNode body) {
    if (!body.path("PowerState").isTextual()) {
      return Optional.empty();
    }
    JsonNode reset = body.path("Actions").path("#ComputerSystem.Reset");
    List<String> offered = new ArrayList<>();
    reset.path("ResetType@Redfish.AllowableValues").forEach(each -> offered.add(each.asText()));
    return Optional.of(
        new SystemView(
            body.path("PowerState").asText(),
            uuid(body.path("UUID").asText()),
            Optional.of(reset.path("target").asText()).filter(target -> target.startsWith("/")),
            offered));
  }

  /// On the way from one to the other it is neither.
  Power power() {
    return switch (powerState) {
      case "On" -> Power.ON;
      case "Off" -> Power.OFF;
      default -> Power.UNKNOWN;
    };
  }

  boolean onTheWayTo(Power wanted) {
    return powerState.equals(wanted == Power.ON ? "PoweringOn" : "PoweringOff");
  }

  boolean offers(String reset) {
    return offered.isEmpty() || offered.contains(reset);
  }

  /// False where it names another machine: switching that one off would hit a stranger. Boards
  /// differ in the byte order of a UUID's first half (SMBIOS 2.6, section 7.2.1).
  boolean mayBe(MachineId machine) {
    return uuid.map(
            found -> found.equals(machine.value()) || swapped(found).equals(machine.value()))
        .orElse(true);
  }

  private static UUID swapped(UUID uuid) {
    long high = uuid.getMostSignificantBits();
    long first = Integer.toUnsignedLong(Integer.reverseBytes((int) (high >>> 32)));
    long second = Short.toUnsignedLong(Short.reverseBytes((short) (high >>> 16)));
    long third = Short.toUnsignedLong(Short.reverseBytes((short) high));
    return new UUID(first << 32 | second << 16 | third, uuid.getLeastSignificantBits());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
