package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.time.Instant;

/// What the fleet's observed state says of a pending action. A return code says nothing here.
sealed interface Judgement {
  /// Why an action ends that was overtaken by a newer plan.
  String UNWANTED = "no longer wanted";

  /// How the reason begins why a sleep ends that somebody undid before it was seen. That is theirs
  /// to do, and nothing that went wrong.
  String UNDONE = "undone before it was seen: ";

  /// How the reason begins why an action ends that has to wait for another one.
  String NOT_YET = "not yet: ";

  /// True for a reason to end an action by which nothing went wrong.
  static boolean isInOrder(String because) {
    return because.equals(UNWANTED) || because.startsWith(UNDONE) || isNotYet(because);
  }

  /// True for what has to wait. That goes by itself, if it doesn't last.
  static boolean isNotYet(String because) {
    return because.startsWith(NOT_YET);
  }

  record Reached(String observed) implements Judgement {}

  record Waiting() implements Judgement {}

  record Overdue(String observed) implements Judgement {}

  static Judgement of(ActionIssued issued, Snapshot fleet, Instant at) {
    String observed = observed(issued.step(), fleet);
    if (reached(issued.step(), fleet)) {
      return new Reached(observed);
    }
    return at.isBefore(issued.deadline()) ? new Waiting() : new Overdue(observed);
  }

  static boolean reached(Step step, Snapshot fleet) {
    return switch (step) {
      case Step.Sleep(var id, var keep) ->
          fleet.workload(id).filter(w -> w.replicas() <= keep && w.ready() <= keep).isPresent();
      case Step.Wake wake ->
          fleet.workload(wake.workload()).filter(w -> reached(wake, w)).isPresent();
      case Step.Cordon(var id) -> fleet.host(id).filter(Host::cordoned).isPresent();
      case Step.Drain(var id, _) -> fleet.host(id).filter(h -> !h.occupied()).isPresent();
      case Step.PowerOff(var id) -> fleet.host(id).filter(h -> h.power() == Power.OFF).isPresent();
      case Step.PowerOn(var id) ->
          fleet.host(id).filter(h -> h.power() == Power.ON && h.ready()).isPresent();
      case Step.Admit(var id) -> fleet.host(id).filter(Host::inService).isPresent();
    };
  }

  private static boolean reached(Step.Wake wake, Workload workload) {
    return wake.bringsBack()
        ? workload.replicas() > wake.kept() && workload.ready() >= workload.replicas()
        : !workload.trace().paused();
  }

  private static String observed(Step step, Snapshot fleet) {
    return switch (step) {
      case Step.OnWorkload on ->
          fleet
              .workload(on.workload())
              .map(w -> "%d of %d replicas ready".formatted(w.ready(), w.replicas()))
              .orElse("not seen");
      case Step.OnHost on -> fleet.host(on.host()).map(Judgement::state).orElse("not seen");
    };
  }

  private static String state(Host host) {
    return "power "
        + host.power()
        + (host.ready() ? ", ready" : ", not ready")
        + (host.cordoned() ? ", cordoned" : "")
        + (host.occupied() ? ", occupied" : ", empty");
  }
}
