package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What shall sleep now and why, and what is due next.
///
/// @param mode what is done with plans: `shadow`, `active`, `freeze`
/// @param frozen whose power-downs are stopped: `operator` stands for everybody's
/// @param hosts for those who see the operator's part
/// @param extent for the same; absent where no host may go
public record PlansView(
    String mode,
    List<String> frozen,
    List<Sleeper> sleepers,
    List<HostAim> hosts,
    Optional<Extent> extent,
    List<Due> due) {

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

  /// @param layer of a node that is a guest, and of what it stands on: what that is, and when each
  ///   begins again
  public record HostAim(
      String host,
      String name,
      boolean on,
      String because,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> layer) {}

  /// How many hosts stay on, and as few as any plan could have on.
  public record Extent(int on, int least) {}

  /// What an agreement wants next: `asleep` or `awake`, from `at` on.
  public record Due(String agreement, Instant at, String becomes, String because) {}
}
