package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Credentials;
import dev.feierabend.policies.fleet.Cluster;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One cluster that is asked about.
///
/// @param name empty for the one that the service runs in
/// @param kubeconfig the pod's own account where there is none; an outage where nobody knows
/// @param fleet what of it may sleep there
record AskedCluster(
    Optional<String> name, Supplier<Optional<Path>> kubeconfig, Optional<Fleet> fleet) {
  static AskedCluster home(Optional<Path> kubeconfig, Optional<Fleet> fleet) {
    return new AskedCluster(
        Optional.empty(), () -> kubeconfig, fleet.map(it -> it.in(Optional.empty())));
  }

  /// Those that the document names beside home.
  static Stream<AskedCluster> others(Fleet fleet, Credentials credentials) {
    return fleet.clusters().stream().map(cluster -> of(cluster, fleet, credentials));
  }

  private static AskedCluster of(Cluster cluster, Fleet fleet, Credentials credentials) {
    Optional<String> name = Optional.of(cluster.name());
    return new AskedCluster(
        name,
        () -> Optional.of(credentials.file(cluster.credentials())),
        Optional.of(fleet.in(name)));
  }

  /// False for a home in which nothing of a fleet is that has other clusters or hypervisors: the
  /// service doesn't look there either.
  boolean matters() {
    return fleet.stream()
        .allMatch(it ->
            !it.pools().isEmpty()
                || (it.clusters().isEmpty()
                    && it.controllers().stream().noneMatch(Controller::isHypervisor)));
  }

  /// Each by name where there are several.
  List<Finding> named(List<Finding> findings) {
    return name.map(it -> findings.stream().map(finding -> finding.in(it)).toList())
        .orElse(findings);
  }
}
