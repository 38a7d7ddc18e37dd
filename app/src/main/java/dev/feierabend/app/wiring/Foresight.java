package dev.feierabend.app.wiring;

import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.kubernetes.preflight.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was last seen of what would go wrong in the night, and how to look again; of each cluster
/// for itself.
///
/// @param conflicts of hypervisors, which are seen whenever the fleet is
public record Foresight(List<Outlook> clusters, Conflicts conflicts) {
  public Foresight {
    clusters = List.copyOf(clusters);
  }

  /// Without hypervisors.
  Foresight(List<Outlook> clusters) {
    this(clusters, Conflicts.NONE);
  }

  /// Where nothing can go wrong that could be seen beforehand.
  static Foresight none() {
    return new Foresight(List.of());
  }

  void again(Instant at) {
    clusters.forEach(cluster -> cluster.again(at));
  }

  /// Where it is time to.
  void againWhereDue(Instant at) {
    clusters.stream().filter(cluster -> cluster.due(at)).forEach(cluster -> cluster.again(at));
  }

  boolean due(Instant at) {
    return clusters.stream().anyMatch(cluster -> cluster.due(at));
  }

  /// True while some cluster could not be looked at when it should have been.
  boolean owed() {
    return clusters.stream().anyMatch(Outlook::owed);
  }

  List<Trouble> found() {
    return clusters.stream().flatMap(cluster -> cluster.found().stream()).toList();
  }

  /// Namespaces in which nothing goes to sleep now.
  Set<String> keptOn() {
    return clusters.stream()
        .flatMap(cluster -> cluster.keptOn().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
