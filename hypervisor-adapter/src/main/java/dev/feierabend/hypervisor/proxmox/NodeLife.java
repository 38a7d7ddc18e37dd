package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.FleetPort.Power;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a node is on, and what runs on it. Of one that is away the others only notice that they
/// don't hear of it: it may have shut down, or crashed, or be cut off and go on running. It is off
/// where it took its leave, which its HA manager writes down for all (`shutdown`), or where we told
/// it to shut down and it is gone. Without a majority nobody knows anything of the others.
final class NodeLife {
  private final Told told;
  private final Set<String> online;
  private final boolean majority;

  NodeLife(Told told) {
    this.told = told;
    this.online =
        Told.ofType(told.status(), "node")
            .map(Facts::new)
            .filter(node -> node.yes("online"))
            .map(node -> node.text("name"))
            .collect(Collectors.toSet());
    this.majority =
        Told.ofType(told.status(), "cluster").map(Facts::new).allMatch(it -> it.yes("quorate"));
  }

  boolean isOnline(String node) {
    return online.contains(node);
  }

  Power power(String node) {
    if (isOnline(node)) {
      return Power.ON;
    }
    return majority && hasTakenItsLeave(node) ? Power.OFF : Power.UNKNOWN;
  }

  /// Of a guest: on a node that has shut down nothing runs, whatever was known of it before.
  Power power(JsonNode guest, Place place) {
    return switch (power(place.node())) {
      case OFF -> Power.OFF;
      case UNKNOWN -> Power.UNKNOWN;
      case ON ->
          switch (new Facts(guest).text("status")) {
            case "running" -> Power.ON;
            case "stopped" -> Power.OFF;
            default -> Power.UNKNOWN;
          };
    };
  }

  private boolean hasTakenItsLeave(String node) {
    JsonNode mode = told.manager().path("lrm_status").path(node).path("mode");
    return mode.asText("").equals("shutdown") || told.left().contains(node);
  }

  /// Its guests leave or have left, by an administrator's wish.
  boolean isInMaintenance(String node) {
    JsonNode state = told.manager().path("manager_status").path("node_status").path(node);
    return isOnline(node) && state.asText("").equals("maintenance");
  }
}
