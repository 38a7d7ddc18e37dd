package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import dev.feierabend.policies.terms.Watts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a machine's enclosure measures (Redfish DSP2046: `Chassis`, `EnvironmentMetrics`, `Power`,
/// `PowerSubsystem`). An enclosure of several machines measures none of them.
record ChassisMeters(RedfishSystem where, RedfishAccess access, Vendor vendor) {
  private static final PowerReading NONE =
      new PowerReading.NotOffered("The controller measures no power of this machine");

  /// What stands behind a link.
  private sealed interface Resource {
    record Found(JsonNode body) implements Resource {}

    record Missing() implements Resource {}

    record Hidden(String because) implements Resource {}
  }

  /// The first that measures counts; one that can't be asked leaves it unknown.
  PowerReading of(SystemView system) {
    for (String link : system.chassis()) {
      PowerReading reading =
          switch (follow(link)) {
            case Resource.Found(var chassis) -> chassis(chassis);
            case Resource.Missing _ -> NONE;
            case Resource.Hidden(var because) -> new PowerReading.Unknown(because);
          };
      if (!(reading instanceof PowerReading.NotOffered)) {
        return reading;
      }
    }
    return NONE;
  }

  private PowerReading chassis(JsonNode chassis) {
    if (chassis.path("Links").path("ComputerSystems").size() > 1) {
      return NONE;
    }
    for (Meter meter : vendor.meters()) {
      PowerReading reading = read(meter, link(chassis.path(meter.link)));
      if (!(reading instanceof PowerReading.NotOffered)) {
        return reading;
      }
    }
    return NONE;
  }

  private PowerReading read(Meter meter, String link) {
    return switch (follow(link)) {
      case Resource.Found(var body) ->
          switch (meter) {
            case ENVIRONMENT -> metered(meter, body.path("PowerWatts").path("Reading"));
            case POWER ->
                metered(meter, body.path("PowerControl").path(0).path("PowerConsumedWatts"));
            case SUBSYSTEM -> supplies(link(body.path("PowerSupplies")));
          };
      case Resource.Missing _ -> NONE;
      case Resource.Hidden(var because) -> new PowerReading.Unknown(because);
    };
  }

  /// All of them together; one that says nothing leaves the sum unknown, not less.
  private PowerReading supplies(String collection) {
    List<JsonNode> inputs = new ArrayList<>();
    if (!(follow(collection) instanceof Resource.Found(var supplies))) {
      return NONE;
    }
    for (JsonNode member : supplies.path("Members")) {
      Optional<JsonNode> input =
          found(link(member))
              .flatMap(supply -> found(link(supply.path("Metrics"))))
              .map(metrics -> metrics.path("InputPowerWatts").path("Reading"))
              .filter(ChassisMeters::isPower);
      if (input.isEmpty()) {
        return NONE;
      }
      inputs.add(input.get());
    }
    double watts = inputs.stream().mapToDouble(JsonNode::asDouble).sum();
    return inputs.isEmpty() ? NONE : metered(Meter.SUBSYSTEM, watts);
  }

  private static PowerReading metered(Meter meter, JsonNode reading) {
    return isPower(reading) ? metered(meter, reading.asDouble()) : NONE;
  }

  private static PowerReading metered(Meter meter, double watts) {
    return new PowerReading.Metered(new Watts(watts), "Redfish, " + meter.link);
  }

  private static boolean isPower(JsonNode reading) {
    return reading.isNumber() && reading.asDouble() >= 0;
  }

  private Optional<JsonNode> found(String link) {
    return follow(link) instanceof Resource.Found(var body) ? Optional.of(body) : Optional.empty();
  }

  private Resource follow(String link) {
    Optional<URI> target = where.there(link);
    if (target.isEmpty()) {
      return new Resource.Missing();
    }
    return switch (access.send(Request.get(target.get()))) {
      case Said said when said.accepted() -> new Resource.Found(said.body());
      case Said said when said.refused() -> new Resource.Missing();
      case Said said -> new Resource.Hidden(said.message());
      case Silence(var because) -> new Resource.Hidden(because.because());
    };
  }

  private static String link(JsonNode node) {
    return node.path("@odata.id").asText();
  }
}
