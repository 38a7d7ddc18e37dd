package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.Said;

/// Whether a node's own configuration names the network card that wakes it. It lies in the cluster,
/// and is told while the node sleeps.
sealed interface WakeCard {
  record Known() implements WakeCard {}

  record None() implements WakeCard {}

  record Unknown(String because) implements WakeCard {}

  static WakeCard of(Access access, String node) {
    return switch (access.send(Request.get("/nodes/%s/config".formatted(node)))) {
      case Said(var configuration) ->
          configuration.path("wakeonlan").asText("").isBlank() ? new None() : new Known();
      case Fault fault when fault.notOffered() -> new None();
      case Reply other -> new Unknown(Reply.because(other));
    };
  }
}
