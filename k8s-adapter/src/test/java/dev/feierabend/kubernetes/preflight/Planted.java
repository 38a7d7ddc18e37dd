package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A town in which `office` and `school` sleep, on nodes `n1` and `n2`, and what is planted there.
final class Planted {
  private Planted() {}

  static Sleeping town(Workload... workloads) {
    return new Sleeping(
        new TreeSet<>(List.of("office", "school")),
        new TreeSet<>(List.of("n1", "n2")),
        List.of(workloads));
  }

  static <T extends HasMetadata> T object(Class<T> type, String yaml) {
    return Serialization.unmarshal(yaml, type);
  }

  /// Two replicas of half a core and a gibibyte, that are awake or sleep.
  static Workload workload(String id, boolean asleep) {
    return workload(id, asleep ? 0 : 2, asleep ? Optional.of(new Restore(2, 0)) : Optional.empty());
  }

  /// One whose owner wants no replicas of it.
  static Workload parked(String id) {
    return workload(id, 0, Optional.empty());
  }

  private static Workload workload(String id, int replicas, Optional<Restore> restore) {
    return new Workload(
        new WorkloadId(id),
        id,
        new PoolId("ahausen-office"),
        new TenantId("ahausen"),
        new Resources(0.5, 1024),
        replicas,
        replicas,
        List.of(),
        Mobility.RESCHEDULED,
        Map.of(),
        restore,
        Instant.parse("2026-03-02T19:00:00Z"));
  }
}
