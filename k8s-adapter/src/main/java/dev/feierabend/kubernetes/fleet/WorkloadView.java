package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.kubernetes.workloads.Scaling;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Deployment or StatefulSet of a pool, with its pods.
record WorkloadView(Pool pool, Scalable scalable, List<Pod> pods) {
  /// Whose the workloads of the operator's own pools are: nobody agrees to their sleep, they only
  /// need their place.
  static final TenantId OPERATOR = new TenantId("operator");

  /// @param hosts the fleet's hosts by their nodes' names
  Workload at(Instant seen, Map<String, MachineId> hosts, Ties ties) {
    return new Workload(
        id(),
        scalable.name().name(),
        pool.id(),
        pool.tenant().orElse(OPERATOR),
        Needs.of(scalable.template().getSpec()),
        scalable.replicas().wanted(),
        scalable.replicas().ready(),
        on(hosts),
        mobility(ties),
        Optional.ofNullable(scalable.metadata().getLabels()).orElse(Map.of()),
        new Scaling(scalable.metadata(), scalable.replicas().wanted()).restore(),
        seen);
  }

  WorkloadId id() {
    return scalable.name().id();
  }

  /// Its pods that have a place and keep it.
  List<Pod> placed() {
    return pods.stream()
        .filter(Eviction::holds)
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> pod.getSpec().getNodeName() != null)
        .toList();
  }

  private List<MachineId> on(Map<String, MachineId> hosts) {
    return placed().stream()
        .flatMap(pod -> Optional.ofNullable(hosts.get(pod.getSpec().getNodeName())).stream())
        .sorted()
        .toList();
  }

  /// What sleeps has no place to be tied to.
  private Mobility mobility(Ties ties) {
    return placed().stream().anyMatch(ties::tie) ? Mobility.PINNED : Mobility.RESCHEDULED;
  }
}
