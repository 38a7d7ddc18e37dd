package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.hypervisor.switching.Press;
import java.util.List;
import java.util.function.Function;

/// How a vendor's controllers want to be spoken to.
///
/// @param on resets that switch on, the first that is offered counts
/// @param softOff likewise
/// @param sessions whether a session is begun where one is offered
/// @param ifMatch whether a reset says which state of the system it is meant for
/// @param meters where it measures, in the order in which they are asked
record Vendor(
    List<ResetKind> on,
    List<ResetKind> softOff,
    boolean sessions,
    boolean ifMatch,
    List<Meter> meters) {
  Vendor {
    on = List.copyOf(on);
    softOff = List.copyOf(softOff);
    meters = List.copyOf(meters);
  }

  List<ResetKind> kinds(Press press) {
    return switch (press) {
      case ON -> on;
      case SOFT_OFF -> softOff;
    };
  }

  /// @param usual what counts where `entry` says nothing
  static Vendor of(JsonNode entry, JsonNode usual) {
    Function<String, JsonNode> said = key -> entry.has(key) ? entry.path(key) : usual.path(key);
    return new Vendor(
        SystemView.texts(said.apply("on")).map(it -> ResetKind.of(it, Press.ON)).toList(),
        SystemView.texts(said.apply("softOff"))
            .map(it -> ResetKind.of(it, Press.SOFT_OFF))
            .toList(),
        said.apply("sessions").asBoolean(),
        said.apply("ifMatch").asBoolean(),
        SystemView.texts(said.apply("meters")).map(Meter::of).toList());
  }
}
