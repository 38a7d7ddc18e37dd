package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.switching.SystemUuid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a controller says about one system (`ComputerSystem`, Redfish DSP2046).
///
/// @param body the whole resource
/// @param etag of the state that is shown, where it names one that can be compared (RFC 9110,
///   section 8.8.3.2: not a weak one)
record SystemView(String powerState, JsonNode body, Optional<String> etag) {

  /// Empty where it is no system at all.
  static Optional<SystemView> of(Said said) {
    JsonNode state = said.body().path("PowerState");
    return state.isTextual()
        ? Optional.of(
            new SystemView(
                state.asText(),
                said.body(),
                said.header("ETag").filter(etag -> etag.startsWith("\""))))
        : Optional.empty();
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

  Vendor vendor() {
    return Vendors.SHIPPED.of(body.path("Manufacturer").asText());
  }

  private JsonNode reset() {
    return body.path("Actions").path("#ComputerSystem.Reset");
  }

  Optional<String> resetTarget() {
    return Optional.of(reset().path("target").asText()).filter(target -> target.startsWith("/"));
  }

  /// The kinds of reset, empty where it does not say here.
  List<String> offered() {
    return texts(reset().path("ResetType@Redfish.AllowableValues")).toList();
  }

  /// Where it says instead which kinds there are.
  Optional<String> actionInfo() {
    return Optional.of(reset().path("@Redfish.ActionInfo").asText()).filter(it -> !it.isEmpty());
  }

  /// The enclosures that it is in.
  List<String> chassis() {
    return links("Chassis");
  }

  /// What manages it.
  List<String> managers() {
    return links("ManagedBy");
  }

  private List<String> links(String name) {
    return StreamSupport.stream(body.path("Links").path(name).spliterator(), false)
        .map(link -> link.path("@odata.id").asText())
        .filter(link -> !link.isEmpty())
        .toList();
  }

  /// What the machine is, as far as its own resource tells.
  Map<Make.Kind, String> make() {
    var told = new EnumMap<Make.Kind, String>(Make.Kind.class);
    told.put(Make.Kind.MODEL, body.path("Model").asText(""));
    told.put(Make.Kind.PROCESSORS, processors(body.path("ProcessorSummary")));
    told.put(Make.Kind.MEMORY, memory(body.path("MemorySummary").path("TotalSystemMemoryGiB")));
    told.put(Make.Kind.BIOS, body.path("BiosVersion").asText(""));
    return told;
  }

  private static String processors(JsonNode summary) {
    String model = summary.path("Model").asText("");
    int count = summary.path("Count").asInt();
    return count > 0 ? (count + " × " + model).strip() : model;
  }

  /// While it is off, some say that there is none.
  private static String memory(JsonNode gibibytes) {
    return gibibytes.asDouble() > 0 ? gibibytes.asText() + " GiB" : "";
  }

  Optional<UUID> uuid() {
    return SystemUuid.told(body.path("UUID").asText());
  }

  static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
