package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.acting.ReturnCommand.ReportReady;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;

/// Read model: which pools owe which workloads by when, and what is back already.
public final class Returns {
  /// A pool's capacity that is due back at `readyBy`.
  private record Due(Owner owner, PoolId pool, Instant readyBy) {}

  private final Map<WorkloadId, Due> promised = new ConcurrentHashMap<>();
  private final Map<WorkloadId, Due> asleep = new ConcurrentHashMap<>();
  private final Map<Due, Integer> back = new ConcurrentHashMap<>();
  private final Map<ActionId, Step> open = new ConcurrentHashMap<>();

  /// What there is to report: pools that are all back, pools that are late.
  List<ReturnCommand> reports(Instant at) {
    Stream<ReturnCommand> ready =
        back.entrySet().stream()
            .filter(entry -> !asleep.containsValue(entry.getKey()))
            .map(entry -> ready(entry.getKey(), entry.getValue(), at));
    Stream<ReturnCommand> late =
        asleep.values().stream()
            .distinct()
            .filter(due -> !at.isBefore(due.readyBy()))
            .map(due -> late(due, at));
    return Stream.concat(ready, late).sorted((a, b) -> a.target().compareTo(b.target())).toList();
  }

  private static ReturnCommand ready(Due due, int workloads, Instant at) {
    return new ReportReady(due.owner(), due.pool(), workloads, due.readyBy(), at);
  }

  private ReturnCommand late(Due due, Instant at) {
    long missing = asleep.values().stream().filter(due::equals).count();
    return new ReportLate(
        due.owner(), due.pool().toString(), missing + " not back yet", due.readyBy(), at);
  }

  /// A window that was prolonged or cut moves what sleeps already to its new end.
  @EventHandler
  void on(PlanDecided plan) {
    for (Sleeper sleeper : plan.sleepers()) {
      var due = new Due(Owner.of(sleeper.tenant()), sleeper.pool(), sleeper.window().readyBy());
      promised.put(sleeper.workload(), due);
      asleep.replace(sleeper.workload(), due);
    }
  }

  @EventHandler
  void on(ActingEvent event) {
    switch (event) {
      case ActionIssued issued -> issue(issued);
      case ActionCompleted(_, var action, _, _) -> {
        if (open.remove(action) instanceof Step.Wake(var workload, _, _, _)) {
          returned(workload);
        }
      }
      case ActionRefused(_, var action, _, _) -> {
        if (open.remove(action) instanceof Step.Sleep(var workload, _)) {
          asleep.remove(workload);
        }
      }
      case ActionTimedOut(_, var action, _, _) -> open.remove(action);
      case CapacityReady(var owner, var pool, _, var readyBy, _) ->
          back.remove(new Due(owner, pool, readyBy));
      case OutcomeUnknown _, WakeLate _ -> {}
    }
  }

  @EventHandler
  void on(ForeignChangeObserved change) {
    asleep.keySet().stream()
        .filter(workload -> workload.value().equals(change.subject()))
        .findFirst()
        .ifPresent(this::returned);
  }

  /// A refused sleep may have taken effect all the same; then its wake is due as well.
  private void issue(ActionIssued issued) {
    open.put(issued.action(), issued.step());
    switch (issued.step()) {
      case Step.Sleep(var workload, _) -> owe(workload);
      case Step.Wake(var workload, _, _, _) -> owe(workload);
      case Step.OnHost _ -> {}
    }
  }

  private void owe(WorkloadId workload) {
    Due due = promised.get(workload);
    if (due != null) {
      asleep.put(workload, due);
    }
  }

  private void returned(WorkloadId workload) {
    Due due = asleep.remove(workload);
    if (due != null) {
      back.merge(due, 1, Integer::sum);
    }
  }
}
