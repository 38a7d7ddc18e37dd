package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Where a guest is in the cluster: on a node, as a virtual machine or a container, under a number
/// that goes with it wherever it moves.
record Place(String node, Kind kind, long number) {
  enum Kind {
    QEMU("qemu", "vm"),
    LXC("lxc", "ct");

    private final String path;
    private final String service;

    Kind(String path, String service) {
      this.path = path;
      this.service = service;
    }
  }

  static Optional<Place> of(JsonNode resource) {
    var facts = new Facts(resource);
    long number = facts.number("vmid");
    return kind(facts.text("type"))
        .filter(_ -> number > 0)
        .flatMap(kind -> facts.name("node").map(node -> new Place(node, kind, number)));
  }

  private static Optional<Kind> kind(String type) {
    return switch (type) {
      case "qemu" -> Optional.of(Kind.QEMU);
      case "lxc" -> Optional.of(Kind.LXC);
      default -> Optional.empty();
    };
  }

  String path(String below) {
    return "/nodes/%s/%s/%d%s".formatted(node, kind.path, number, below);
  }

  /// As the HA manager calls it.
  String service() {
    return "%s:%d".formatted(kind.service, number);
  }

  @Override
  public String toString() {
    return "%s/%d".formatted(kind.path, number);
  }
}
