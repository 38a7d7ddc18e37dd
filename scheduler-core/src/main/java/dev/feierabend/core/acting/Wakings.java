package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.waking.Wakes;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: how long workloads took to serve once they were woken, from the first try on. What a
/// hypervisor runs is first tried once a host that serves has room for it, so that is its own time.
/// What an orchestrator starts may have waited for a host, and nobody sees whether it did. It
/// counts all the same: left out, what takes long would be, for beside that a host comes back more
/// often; and too long begins hosts early, where too short has them come late.
public final class Wakings implements ReadModel<Wakings.Known> {
  /// @param seconds of each workload's last wakes, oldest first
  /// @param begun when the wakes under way were first tried
  /// @param open which workload each of them wakes
  public record Known(
      Map<WorkloadId, List<Integer>> seconds,
      Map<WorkloadId, Instant> begun,
      Map<ActionId, WorkloadId> open) {}

  /// So many wakes tell how long it takes.
  private static final int WAKES = 20;

  /// Whoever takes longer was brought back by somebody.
  private static final Duration BY_ITSELF = Duration.ofHours(1);

  private final Map<WorkloadId, List<Integer>> seconds = new ConcurrentHashMap<>();
  private final Map<WorkloadId, Instant> begun = new ConcurrentHashMap<>();
  private final Map<ActionId, WorkloadId> open = new ConcurrentHashMap<>();

  /// @param kind of the workload, and where it runs
  Wakes of(WorkloadId workload, String kind) {
    return new Wakes(workload, kind, seconds.getOrDefault(workload, List.of()));
  }

  @Override
  public Known remember() {
    return new Known(Map.copyOf(seconds), Map.copyOf(begun), Map.copyOf(open));
  }

  @Override
  public void recall(Known memory) {
    seconds.clear();
    seconds.putAll(memory.seconds());
    begun.clear();
    begun.putAll(memory.begun());
    open.clear();
    open.putAll(memory.open());
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> issue(issued);
      case ActionCompleted(_, var action, _, var at) -> serves(open.remove(action), at);
      case ActionRefused _, ActionTimedOut _ -> open.remove(event.action());
      case OutcomeUnknown _ -> {}
    }
  }

  @EventHandler
  void on(ForeignChangeObserved change) {
    forget(change.subject());
  }

  @EventHandler
  void on(SleepUndone undone) {
    forget(undone.subject());
  }

  private void forget(String subject) {
    begun.keySet().removeIf(workload -> workload.value().equals(subject));
  }

  private void issue(ActionIssued issued) {
    switch (issued.step()) {
      case Step.Wake wake when wake.bringsBack() -> {
        begun.putIfAbsent(wake.workload(), issued.at());
        open.put(issued.action(), wake.workload());
      }
      case Step.Sleep(var workload, _) -> begun.remove(workload);
      case Step.Wake _, Step.OnHost _ -> {}
    }
  }

  private void serves(@Nullable WorkloadId workload, Instant at) {
    Instant since = workload == null ? null : begun.remove(workload);
    if (workload == null || since == null) {
      return;
    }
    Duration took = Duration.between(since, at);
    if (!took.isNegative() && took.compareTo(BY_ITSELF) < 0) {
      seconds.merge(workload, List.of(Math.max(1, (int) took.toSeconds())), Wakings::last);
    }
  }

  private static List<Integer> last(List<Integer> before, List<Integer> now) {
    return Stream.concat(before.stream(), now.stream())
        .skip(Math.max(0, before.size() + now.size() - WAKES))
        .toList();
  }
}
