package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The fleet as it is seen now; customers see what is theirs.
///
/// @param hosts for those who see the operator's part
/// @param conflicts what hypervisors decide by themselves, for the same
public record FleetView(
    Instant at,
    List<PoolView> pools,
    List<HostView> hosts,
    List<WorkloadView> workloads,
    List<ConflictView> conflicts) {

  /// `tenant` is absent where the pool is the operator's.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record PoolView(String id, Optional<String> tenant) {}

  /// `power`: `on`, `off`, `unknown`; `seen`: when this was true.
  public record HostView(
      String id,
      String name,
      String pool,
      double cores,
      long memoryMiB,
      String power,
      boolean inService,
      Instant seen) {}

  /// `replicas`: how many are wanted now, 0 asleep; `ready`: how many serve.
  public record WorkloadView(
      String id,
      String name,
      String pool,
      String tenant,
      double cores,
      long memoryMiB,
      int replicas,
      int ready,
      Instant seen) {}
}
