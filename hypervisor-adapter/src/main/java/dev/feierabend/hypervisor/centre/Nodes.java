package dev.feierabend.hypervisor.centre;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import java.util.List;

/// Hosts of clusters that are guests of a hypervisor, or may be.
///
/// @param told those of which the document says so
/// @param others those that are where the hypervisor shows a guest of their UUID
public record Nodes(List<Host> told, List<Host> others) {
  static final Nodes NONE = new Nodes(List.of(), List.of());

  public Nodes {
    told = List.copyOf(told);
    others = List.copyOf(others);
  }

  /// Of the whole `fleet`, for one of its hypervisors.
  public static Nodes of(Fleet fleet, String hypervisor) {
    List<Host> told =
        fleet.nodes().stream()
            .filter(host -> fleet.carrier(host).filter(hypervisor::equals).isPresent())
            .toList();
    List<Host> others =
        fleet.nodes().stream().filter(host -> fleet.carrier(host).isEmpty()).toList();
    return new Nodes(told, others);
  }
}
