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

/// Read model: how long workloads took to serve once they were woken, from the first try on. A wake
/// during which a host came back may have waited for that, and says nothing.
public final class Wakings implements ReadModel<Wakings.Known> {
  /// @param seconds of each workload's last wakes, oldest first
  /// @param begun when the wakes under way were first tried
  /// @param open the steps under way that matter here
  /// @param came when a host last came back
  public record Known(
      Map<WorkloadId, List<Integer>> seconds,
      Map<WorkloadId, Instant> begun,
      Map<ActionId, Step> open,
      Instant came) {}

  /// So many wakes tell how long it takes.
  private static final int WAKES = 20;

  /// Whoever takes longer was brought back by somebody.
  private static final Duration BY_ITSELF = Duration.ofHours(1);

  private final Map<WorkloadId, List<Integer>> seconds = new ConcurrentHashMap<>();
  private final Map<WorkloadId, Instant> begun = new ConcurrentHashMap<>();
  private final Map<ActionId, Step> open = new ConcurrentHashMap<>();
  private volatile Instant came = Instant.EPOCH;

  /// @param kind of the workload, and where it runs
  Wakes of(WorkloadId workload, String kind) {
    return new Wakes(workload, kind, seconds.getOrDefault(workload, List.of()));
  }

  @Override
  public Known remember() {
    return new Known(Map.copyOf(seconds), Map.copyOf(begun), Map.copyOf(open), came);
  }

  @Override
  public void recall(Known memory) {
    seconds.clear();
    seconds.putAll(memory.seconds());
    begun.clear();
    begun.putAll(memory.begun());
    open.clear();
    open.putAll(memory.open());
    came = memory.came();
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> issue(issued);
      case ActionCompleted(_, var action, _, var at) -> complete(open.remove(action), at);
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
        open.put(issued.action(), wake);
      }
      case Step.Sleep(var workload, _) -> begun.remove(workload);
      case Step.PowerOn _, Step.Admit _ -> open.put(issued.action(), issued.step());
      case Step.Wake _, Step.Cordon _, Step.Drain _, Step.PowerOff _ -> {}
    }
  }

  private void complete(@Nullable Step step, Instant at) {
    switch (step) {
      case Step.Wake(var workload, _, _, _) -> serves(workload, begun.remove(workload), at);
      case Step.OnHost _ -> came = at;
      case Step.Sleep _ -> {}
      case null -> {}
    }
  }

  private void serves(WorkloadId workload, @Nullable Instant since, Instant at) {
    if (since == null || came.isAfter(since)) {
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
