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
import dev.feierabend.core.acting.Returned.Due;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: which pools owe which workloads by when, and what is back already.
public final class Returns implements ReadModel<Returns.Owed> {
  /// What is due by when, what is back of it, and the steps under way.
  public record Owed(
      Map<WorkloadId, Due> promised,
      Map<WorkloadId, Due> asleep,
      Map<WorkloadId, Returned.Back> back,
      Map<ActionId, Step> open) {}

  /// What there is to report.
  ///
  /// @param held whether something runs again that may yet pass its test in time
  record Reports(List<ReturnCommand> commands, boolean held) {}

  private final Map<WorkloadId, Due> promised = new ConcurrentHashMap<>();
  private final Map<WorkloadId, Due> asleep = new ConcurrentHashMap<>();
  private final Returned back = new Returned();
  private final Map<ActionId, Step> open = new ConcurrentHashMap<>();

  /// What there is to report: pools that are all back and answer, pools that are late.
  Reports reports(Readiness readiness, Instant at) {
    var commands = new ArrayList<ReturnCommand>();
    asleep.values().stream()
        .distinct()
        .filter(due -> !at.isBefore(due.readyBy()))
        .forEach(due -> commands.add(late(due, missing(due) + " not back yet", at)));
    boolean held = false;
    for (Returned.Part part : back.parts()) {
      if (!asleep.containsValue(part.due())) {
        Optional<ReturnCommand> report = report(part, readiness, at);
        report.ifPresent(commands::add);
        held |= report.isEmpty();
      }
    }
    commands.sort(Comparator.comparing(ReturnCommand::target));
    return new Reports(List.copyOf(commands), held);
  }

  /// Of a pool that is all back; empty where its test hasn't passed but there is time.
  private static Optional<ReturnCommand> report(
      Returned.Part part, Readiness readiness, Instant at) {
    Due due = part.due();
    Optional<String> missing = readiness.missing(part.workloads(), part.since());
    if (missing.isEmpty()) {
      int workloads = part.workloads().size();
      return Optional.of(new ReportReady(due.owner(), due.pool(), workloads, due.readyBy(), at));
    }
    return missing.filter(_ -> !at.isBefore(due.readyBy())).map(because -> late(due, because, at));
  }

  private static ReturnCommand late(Due due, String because, Instant at) {
    return new ReportLate(due.owner(), due.pool().toString(), because, due.readyBy(), at);
  }

  private long missing(Due due) {
    return asleep.values().stream().filter(due::equals).count();
  }

  @Override
  public Owed remember() {
    return new Owed(Map.copyOf(promised), Map.copyOf(asleep), back.remember(), Map.copyOf(open));
  }

  @Override
  public void recall(Owed memory) {
    promised.clear();
    promised.putAll(memory.promised());
    asleep.clear();
    asleep.putAll(memory.asleep());
    back.recall(memory.back());
    open.clear();
    open.putAll(memory.open());
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
      case ActionCompleted(_, var action, _, var at) -> {
        if (open.remove(action) instanceof Step.Wake(var workload, _, _, _)) {
          returned(workload, at);
        }
      }
      case ActionRefused(_, var action, _, _) -> {
        if (open.remove(action) instanceof Step.Sleep(var workload, _)) {
          asleep.remove(workload);
        }
      }
      case ActionTimedOut(_, var action, _, _) -> open.remove(action);
      case CapacityReady(var owner, var pool, _, var readyBy, _) ->
          back.drop(new Due(owner, pool, readyBy));
      case OutcomeUnknown _, WakeLate _ -> {}
    }
  }

  @EventHandler
  void on(ForeignChangeObserved change) {
    broughtBack(change.subject(), change.at());
  }

  @EventHandler
  void on(SleepUndone undone) {
    broughtBack(undone.subject(), undone.at());
  }

  private void broughtBack(String subject, Instant at) {
    asleep.keySet().stream()
        .filter(workload -> workload.value().equals(subject))
        .findFirst()
        .ifPresent(workload -> returned(workload, at));
  }

  /// A refused sleep may have taken effect all the same; then its wake is due as well.
  private void issue(ActionIssued issued) {
    open.put(issued.action(), issued.step());
    switch (issued.step()) {
      case Step.Sleep(var workload, _) -> {
        back.dropAllWith(workload);
        owe(workload);
      }
      case Step.Wake wake when wake.bringsBack() -> owe(wake.workload());
      case Step.Wake _, Step.OnHost _ -> {}
    }
  }

  private void owe(WorkloadId workload) {
    Due due = promised.get(workload);
    if (due != null) {
      asleep.put(workload, due);
    }
  }

  private void returned(WorkloadId workload, Instant at) {
    Due due = asleep.remove(workload);
    if (due != null) {
      back.add(workload, due, at);
    }
  }
}
