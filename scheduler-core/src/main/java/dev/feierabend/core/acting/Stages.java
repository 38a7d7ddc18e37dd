package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.planning.Canary;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanCommand.BeginStage;
import dev.feierabend.core.planning.PlanningEvent;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import dev.feierabend.core.planning.Stage;
import dev.feierabend.core.planning.Staging;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;

/// Read model: how far mode `STAGED` has come, and what happened since. What an archive takes from
/// the history doesn't matter to it: each stage is an event of its own.
public final class Stages implements ReadModel<Stages.Reached> {
  /// @param begun the stage; empty where there is none, for the mode is or was another
  /// @param returned whether capacity came back in this stage
  /// @param alarm the first thing that went wrong in it
  public record Reached(Optional<StageBegun> begun, boolean returned, Optional<String> alarm) {
    static final Reached NONE = new Reached(Optional.empty(), false, Optional.empty());

    Reached alarmed(String what) {
      return begun.isEmpty() || alarm.isPresent()
          ? this
          : new Reached(begun, returned, Optional.of(what));
    }
  }

  private volatile Reached reached = Reached.NONE;

  /// The stage that begins now, if one does.
  Optional<BeginStage> next(Staging staging, Instant at) {
    Reached now = reached;
    boolean anew =
        now.begun().filter(begun -> begun.percent() == staging.percent()).isEmpty()
            || now.alarm().isPresent();
    if (anew) {
      return Optional.of(new BeginStage(Stage.SHARE, staging.percent(), now.alarm(), at));
    }
    return now.begun()
        .filter(begun -> begun.stage() == Stage.SHARE && now.returned())
        .filter(begun -> !at.isBefore(begun.at().plus(staging.quiet())))
        .map(begun -> new BeginStage(Stage.ALL, begun.percent(), Optional.empty(), at));
  }

  /// Which workloads sleep first; empty where all do that agreements let sleep.
  Optional<Canary> first(Staging staging, Instant at) {
    Reached now = reached;
    boolean all =
        now.alarm().isEmpty()
            && now.begun().filter(begun -> begun.stage() == Stage.ALL).isPresent();
    return all
        ? Optional.empty()
        : Optional.of(new Canary(staging, now.begun().map(StageBegun::at).orElse(at)));
  }

  @Override
  public Reached remember() {
    return reached;
  }

  @Override
  public void recall(Reached memory) {
    reached = memory;
  }

  @EventHandler
  void on(PlanningEvent event) {
    switch (event) {
      case StageBegun begun -> reached = new Reached(Optional.of(begun), false, Optional.empty());
      case PlanDecided plan -> {
        if (plan.owner().equals(Owner.OPERATOR) && plan.mode() != Mode.STAGED) {
          reached = Reached.NONE;
        }
      }
      case PlanSkipped _ -> {}
    }
  }

  @EventHandler
  void on(ActingEvent event) {
    Reached now = reached;
    reached =
        switch (event) {
          case CapacityReady _ -> new Reached(now.begun(), now.begun().isPresent(), now.alarm());
          case WakeLate(_, var subject, var because, _, _) ->
              now.alarmed(subject + " is late, " + because);
          case OutcomeUnknown(_, var action, var because, _) ->
              now.alarmed("the outcome of " + action + " is unknown, " + because);
          case ActionTimedOut(_, var action, var observed, _) ->
              now.alarmed(action + " was not seen in time, " + observed);
          case ActionRefused(_, var action, var because, _) ->
              Judgement.isInOrder(because) ? now : now.alarmed(action + " was refused, " + because);
          case ActionIssued _, ActionCompleted _ -> now;
        };
  }
}
