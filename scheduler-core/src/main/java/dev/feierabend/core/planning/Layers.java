package dev.feierabend.core.planning;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands on what: hosts that are guests of others, such as a cluster's node on a virtual
/// machine. A host is one where the fleet shows a guest of its UUID; as long as none is seen it
/// isn't, and then nothing is known of its power either, so it stays on.
///
/// @param guests by the hosts that they are
public record Layers(SortedMap<MachineId, Workload> guests) {
  private static final String GUEST = "guest/";

  public Layers {
    guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
  }

  public static Layers of(Snapshot fleet) {
    Map<String, Workload> shown =
        fleet.workloads().stream()
            .filter(it -> it.id().value().startsWith(GUEST))
            .collect(toMap(it -> it.id().value(), it -> it, (one, _) -> one));
    var guests = new TreeMap<MachineId, Workload>();
    for (Host host : fleet.hosts()) {
      Optional.ofNullable(shown.get(guestOf(host.id()).value()))
          .ifPresent(guest -> guests.put(host.id(), guest));
    }
    return new Layers(guests);
  }

  /// What a host would be called as a guest.
  static WorkloadId guestOf(MachineId host) {
    return new WorkloadId(GUEST + host);
  }

  /// The guest that a host is, if it is one.
  public Optional<Workload> guest(MachineId host) {
    return Optional.ofNullable(guests.get(host));
  }

  /// The host that a guest is, if it is one.
  public Optional<MachineId> node(WorkloadId guest) {
    return guests.entrySet().stream()
        .filter(entry -> entry.getValue().id().equals(guest))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// `parts` in the order in which they are decided: whatever stands on another before that one.
  /// Where they stand on each other, which no document can say, as they come.
  List<Part> fromAbove(List<Part> parts) {
    var waiting = new ArrayList<>(parts);
    var ordered = new ArrayList<Part>();
    while (!waiting.isEmpty()) {
      Part next =
          waiting.stream()
              .filter(part -> waiting.stream().noneMatch(it -> standsOn(it, part)))
              .findFirst()
              .orElseGet(waiting::getFirst);
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private boolean standsOn(Part above, Part part) {
    return !guests.isEmpty()
        && above.fleet().hosts().stream()
            .flatMap(host -> guest(host.id()).stream())
            .anyMatch(guest -> part.pools().filter(it -> it.contains(guest.pool())).isPresent());
  }

  /// Guests whose hosts shall be off by `plan`, but for one that is off for its drill only.
  SortedSet<WorkloadId> resting(PowerPlan plan) {
    var resting = new TreeSet<WorkloadId>();
    plan.hosts().stream()
        .filter(aim -> !aim.on() && !(aim.reason() instanceof Reason.Drilled))
        .flatMap(aim -> guest(aim.host()).stream())
        .forEach(guest -> resting.add(guest.id()));
    return resting;
  }
}
