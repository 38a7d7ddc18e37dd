package dev.feierabend.console.api;

import java.time.Instant;
import java.util.List;

/// What shall sleep now and why, and what is due next.
///
/// @param mode what is done with plans: `shadow`, `active`, `freeze`
/// @param frozen whose power-downs are stopped: `operator` stands for everybody's
/// @param hosts for those who see the operator's part
public record PlansView(
    String mode, List<String> frozen, List<Sleeper> sleepers, List<HostAim> hosts, List<Due> due) {

  /// A workload that the plan lets sleep; `asleep` once that was carried out.
  public record Sleeper(
      String workload,
      String name,
      String tenant,
      String pool,
      String agreement,
      String digest,
      Instant since,
      Instant wakeAt,
      Instant readyBy,
      boolean asleep,
      String because) {}

  public record HostAim(String host, String name, boolean on, String because) {}

  /// What an agreement wants next: `asleep` or `awake`, from `at` on.
  public record Due(String agreement, Instant at, String becomes, String because) {}
}
