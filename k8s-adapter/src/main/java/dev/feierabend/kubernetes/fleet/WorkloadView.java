package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.Placement;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One workload of a pool, with its pods.
///
/// @param target what it governs, whose pods are its own then
record WorkloadView(Pool pool, Scalable scalable, Optional<Scalable> target, List<Pod> pods) {
  /// Whose the workloads of the operator's own pools are: nobody agrees to their sleep, they only
  /// need their place.
  static final TenantId OPERATOR = new TenantId("operator");

  /// @param hosts the fleet's hosts by their nodes' names
  /// @param placement what is required of where its pods are
  Workload at(Cluster cluster, Map<String, MachineId> hosts, Placement placement) {
    Original original = scalable.original();
    return new Workload(
        id(),
        scalable.name().name(),
        pool.id(),
        pool.tenant().orElse(OPERATOR),
        size(),
        wanted(),
        ready(),
        on(hosts),
        isStore(cluster.ties()) || placement.untold().isPresent()
            ? Mobility.PINNED
            : mobility(cluster.ties()),
        labels(),
        scalable.restore(),
        new Original(wanted(), original.uid(), original.fields()),
        cluster.autoscalers().lowest(scalable.key()),
        cluster.seen(kind()),
        scalable.trace());
  }

  /// What keeps it up whatever was agreed: that the journal is kept in it, or what is said by
  /// itself, by what it governs, or by what one of its pods is a replica of.
  Optional<Exemption> exemption(Targets targets, Ourselves ourselves) {
    return store(ourselves)
        .or(() -> scalable.barred())
        .or(() -> barred(targets))
        .map(met -> new Exemption(id(), met.ground(), met.seen()));
  }

  private Optional<Bar.Met> store(Ourselves ourselves) {
    return pods.stream()
        .filter(ourselves::isStore)
        .map(Metered::source)
        .min(Comparator.naturalOrder())
        .map(pod -> new Bar.Met(Ground.STORE, pod));
  }

  private Optional<Bar.Met> barred(Targets targets) {
    return Stream.concat(
            target.stream(), pods.stream().flatMap(pod -> targets.running(pod).stream()))
        .flatMap(other -> other.barred().map(met -> met.of(other.name().text())).stream())
        .findFirst();
  }

  WorkloadId id() {
    return scalable.name().id();
  }

  String kind() {
    return scalable.name().kind();
  }

  /// Its pods that have a place and keep it.
  List<Pod> placed() {
    return pods.stream()
        .filter(Eviction::holds)
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> pod.getSpec().getNodeName() != null)
        .toList();
  }

  /// Where its object doesn't say it, or in no form that can be read, its pods do.
  private Resources size() {
    Resources told = target.orElse(scalable).size();
    return told.equals(Resources.NONE) ? seen() : told;
  }

  /// Of what counts as one, all of its pods; else the largest of them.
  private Resources seen() {
    Stream<Resources> each = placed().stream().map(pod -> Needs.of(pod.getSpec()));
    return wanted() <= 1
        ? each.reduce(Resources.NONE, Resources::plus)
        : each.reduce(Resources.NONE, Needs::larger);
  }

  /// What its target wants is at least one while nobody put it to sleep: idle is no sleep.
  private int wanted() {
    return scalable
        .wanted()
        .orElseGet(() -> Math.max(1, target.flatMap(Scalable::wanted).orElse(1)));
  }

  /// What is told by a mark alone serves all or nothing; asleep, it is what still runs.
  private int ready() {
    if (scalable.serving().counted().isPresent()) {
      return scalable.serving().counted().get();
    }
    if (asleep()) {
      return (int) pods.stream().filter(Eviction::runs).count();
    }
    return scalable.serving().all() && targetServes() ? wanted() : 0;
  }

  private boolean asleep() {
    return wanted() <= scalable.restore().map(Restore::kept).orElse(0);
  }

  private boolean targetServes() {
    return target.filter(it -> it.serving().counted().orElse(0) < it.wanted().orElse(0)).isEmpty();
  }

  /// A governed object's labels are those that its owner knows it by.
  private Map<String, String> labels() {
    var labels = new TreeMap<>(target.map(Scalable::labels).orElse(Map.of()));
    labels.putAll(scalable.labels());
    return labels;
  }

  /// A store's members stay where they are, all of them, until an agreement puts it to sleep.
  private boolean isStore(Ties ties) {
    return placed().stream().anyMatch(pod -> Quorums.SHIPPED.unspared(pod, ties).isPresent());
  }

  private List<MachineId> on(Map<String, MachineId> hosts) {
    return placed().stream()
        .flatMap(pod -> Optional.ofNullable(hosts.get(pod.getSpec().getNodeName())).stream())
        .sorted()
        .toList();
  }

  /// What sleeps has no place to be tied to.
  private Mobility mobility(Ties ties) {
    return ties.tie(placed(), wanted()) ? Mobility.PINNED : Mobility.RESCHEDULED;
  }
}
