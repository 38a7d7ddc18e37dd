package dev.feierabend.app.silencing;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.app.silencing.Sleeper.Asleep;
import dev.feierabend.app.silencing.Sleeper.Late;
import dev.feierabend.app.silencing.Sleeper.Stage;
import dev.feierabend.app.silencing.Sleeper.Waking;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Actions;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.core.acting.Slumber.Slept;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.kubernetes.clusters.Names;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who sleeps, and how it stands with each, from what the journal tells. Pure, and derived anew
/// each time: a restart knows what was known before it.
final class Sleeping {
  private static final String FIRST_TRY = "#1";

  /// What planning and acting remember.
  record Known(
      Slumber.Sleepers slumber,
      Optional<PowerPlan> plan,
      Actions.Tried tried,
      Set<MachineId> quarantined) {
    static Known of(Memory memory) {
      Memory.Night night = memory.night();
      return new Known(
          night.slumber().remember(),
          memory.plans().standing(),
          night.actions().remember(),
          night.troubles().quarantined().keySet());
    }
  }

  private final Called called;
  private final Known known;
  private final Instant at;
  private final Map<WorkloadId, Window> windows;
  private final Map<String, ActionIssued> pending;

  private Sleeping(Called called, Known known, Instant at) {
    this.called = called;
    this.known = known;
    this.at = at;
    this.windows = known.plan().<Map<WorkloadId, Window>>map(PowerPlan::windows).orElse(Map.of());
    this.pending =
        known.tried().pending().stream()
            .collect(
                toMap(issued -> issued.step().subject(), Function.identity(), (one, _) -> one));
  }

  static List<Sleeper> of(Called called, Known known, Instant at) {
    return new Sleeping(called, known, at).all();
  }

  private List<Sleeper> all() {
    Stream<Sleeper> hosts =
        known.slumber().hosts().stream().sorted().map(host -> called.host(host, stage(host)));
    Stream<Sleeper> workloads =
        known.slumber().workloads().entrySet().stream()
            .filter(slept -> isWhole(slept.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .map(slept -> called.workload(slept.getKey(), stage(slept.getKey(), slept.getValue())));
    return Stream.concat(hosts, workloads).toList();
  }

  /// Where some of it serves, its alarms are no less wanted than by day.
  private static boolean isWhole(Slept slept) {
    return slept.restore().map(Restore::kept).orElse(0) == 0;
  }

  /// A host whose wake fails is quarantined.
  private Stage stage(MachineId host) {
    if (known.quarantined().contains(host)) {
      return new Late();
    }
    Optional<ActionIssued> wake = wake(host.toString());
    if (wake.isPresent()) {
      return new Waking(wake.map(ActionIssued::deadline));
    }
    return known.plan().flatMap(plan -> plan.aimOf(host)).filter(aim -> !aim.on()).isPresent()
        ? new Asleep(needed(called.clusterOf(host)))
        : new Waking(Optional.empty());
  }

  /// When the first of its cluster must be back that sleeps now.
  private Optional<Instant> needed(Optional<String> cluster) {
    return windows.entrySet().stream()
        .filter(window -> Names.clusterOf(window.getKey()).equals(cluster))
        .map(window -> window.getValue().readyBy())
        .filter(at::isBefore)
        .min(Instant::compareTo);
  }

  private Stage stage(WorkloadId workload, Slept slept) {
    Optional<Instant> planned = Optional.ofNullable(windows.get(workload)).map(Window::readyBy);
    if (planned.or(slept::readyBy).filter(due -> !at.isBefore(due)).isPresent()) {
      return new Late();
    }
    Optional<ActionIssued> wake = wake(workload.value());
    if (wake.isPresent()) {
      boolean again = !wake.get().action().value().endsWith(FIRST_TRY);
      return again ? new Late() : new Waking(wake.map(ActionIssued::deadline));
    }
    if (planned.isPresent()) {
      return new Asleep(planned);
    }
    return known.tried().begun().containsKey(workload.value())
        ? new Late()
        : new Waking(Optional.empty());
  }

  private Optional<ActionIssued> wake(String subject) {
    return Optional.ofNullable(pending.get(subject)).filter(issued -> !issued.step().takesAway());
  }
}
