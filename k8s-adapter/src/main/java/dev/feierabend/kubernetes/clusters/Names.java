package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Placement;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ids of what runs in one of several clusters: `west/deployment/office/mail`. In the cluster
/// that the service runs in they are what they would be in a single one, and a hypervisor's guest
/// bears its UUID (`guest/…`), which nobody else has.
public record Names(Optional<String> cluster) {
  private static final int LONGEST = 200;
  private static final String GUEST = "guest/";

  /// Which cluster an id is of: the first of four parts.
  public static Optional<String> clusterOf(WorkloadId id) {
    String[] parts = id.value().split("/", -1);
    return parts.length == 4 ? Optional.of(parts[0]) : Optional.empty();
  }

  /// As the cluster itself knows it.
  WorkloadId inside(WorkloadId id) {
    return cluster
        .filter(_ -> !isGuest(id.value()))
        .map(name -> new WorkloadId(id.value().substring(name.length() + 1)))
        .orElse(id);
  }

  /// Empty where it is named beyond the length of an id.
  Optional<Workload> outside(Workload workload) {
    return outside(workload.id())
        .map(id ->
            new Workload(
                id,
                workload.name(),
                workload.pool(),
                workload.tenant(),
                workload.size(),
                workload.replicas(),
                workload.ready(),
                workload.on(),
                workload.mobility(),
                workload.labels(),
                workload.restore(),
                workload.original(),
                workload.lowest(),
                workload.seen(),
                workload.trace()));
  }

  /// Empty where its workload is named so, too.
  Optional<Exemption> outside(Exemption exemption) {
    return outside(exemption.workload()).map(exemption::of);
  }

  /// Without those named beyond the length of an id.
  SortedMap<WorkloadId, Placement> outside(SortedMap<WorkloadId, Placement> placements) {
    var outside = new TreeMap<WorkloadId, Placement>();
    placements.forEach((id, placement) ->
        outside(id).ifPresent(name -> outside.put(name, placement.named(this::outside))));
    return outside;
  }

  private Optional<WorkloadId> outside(WorkloadId inside) {
    return Optional.of(outside(inside.value()))
        .filter(name -> name.length() <= LONGEST)
        .map(WorkloadId::new);
  }

  /// Machines keep their UUID.
  Sample outside(Sample sample) {
    return sample.member().contains("/")
        ? new Sample(
            outside(sample.member()),
            sample.cpuMean(),
            sample.cpuPeak(),
            sample.memoryMiB(),
            sample.watts())
        : sample;
  }

  private String outside(String id) {
    return cluster.filter(_ -> !isGuest(id)).map(name -> name + "/" + id).orElse(id);
  }

  private static boolean isGuest(String id) {
    return id.startsWith(GUEST) && id.indexOf('/', GUEST.length()) < 0;
  }

  /// The id of a guest of the fleet document.
  public static WorkloadId guest(MachineId machine) {
    return new WorkloadId(GUEST + machine);
  }
}
