package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.Step;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Finds out what a node stood on that is a guest by the fleet's document, and how far both, and
/// what runs there, had come on their way up.
record Beneaths(Past past) {
  /// What was begun longer ago was so on another morning.
  private static final Duration MORNING = Duration.ofHours(12);

  Optional<Why.Beneath> of(Subject.OfHost node) {
    return past.subjects()
        .fleet()
        .flatMap(fleet ->
            host(fleet, node.host())
                .flatMap(host -> fleet.carrier(host).map(name -> beneath(fleet, host, name))));
  }

  private static Optional<Host> host(Fleet fleet, MachineId id) {
    return fleet.hosts().stream().filter(host -> host.id().equals(id)).findFirst();
  }

  private Why.Beneath beneath(Fleet fleet, Host node, String hypervisor) {
    Optional<Instant> begun = begun(node.id().toString());
    return new Why.Beneath(
        hypervisor,
        fleet.in(Optional.of(hypervisor)).hosts().stream()
            .map(Host::id)
            .flatMap(host -> begun(host.toString()).map(at -> new Why.Begun(host, at)).stream())
            .filter(host -> begun.filter(at -> !host.at().isAfter(at)).isPresent())
            .min(Comparator.comparing(Why.Begun::at)),
        begun,
        begun.flatMap(since -> work(fleet, node, since)));
  }

  private Optional<Instant> work(Fleet fleet, Host node, Instant since) {
    return fleet.pools().stream()
        .filter(pool -> pool.place().equals(place(fleet, node)))
        .flatMap(pool -> past.subjects().in(pool.id()).stream())
        .flatMap(workload -> begun(workload.id()).stream())
        .filter(at -> !at.isBefore(since))
        .min(Instant::compareTo);
  }

  private static Optional<String> place(Fleet fleet, Host node) {
    return fleet.pools().stream()
        .filter(pool -> pool.id().equals(node.pool()))
        .findFirst()
        .flatMap(Pool::place);
  }

  private Optional<Instant> begun(String subject) {
    return past.deed(subject)
        .map(Deed::issued)
        .filter(
            issued -> issued.step() instanceof Step.PowerOn || issued.step() instanceof Step.Wake)
        .map(issued -> issued.at())
        .filter(at -> at.plus(MORNING).isAfter(past.at()));
  }
}
