package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.TroubleCommand.QuarantineHost;
import dev.feierabend.core.observing.TroubleCommand.ReleaseHost;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What follows from the observed state for actions under way. Pure.
///
/// @param troubles who is quarantined already
/// @param obstacles what is known to have kept a host from what was asked for
record Conclusions(
    Snapshot fleet,
    Troubles troubles,
    Function<MachineId, Optional<String>> obstacles,
    Instant at) {

  List<Command> of(ActionIssued issued) {
    return switch (Judgement.of(issued, fleet, at)) {
      case Judgement.Waiting _ -> List.of();
      case Judgement.Reached(var observed) -> reached(issued, observed);
      case Judgement.Overdue(var observed) -> overdue(issued, observed + obstacle(issued.step()));
    };
  }

  private List<Command> reached(ActionIssued issued, String observed) {
    var commands = new ArrayList<Command>();
    commands.add(new ActionCommand.Complete(issued.action(), observed, at));
    if (issued.step() instanceof Step.Admit(var host) && troubles.quarantined().containsKey(host)) {
      commands.add(new ReleaseHost(host, at));
    }
    return commands;
  }

  private String obstacle(Step step) {
    return switch (step) {
      case Step.OnHost on -> obstacles.apply(on.host()).map("; "::concat).orElse("");
      case Step.OnWorkload _ -> "";
    };
  }

  /// A host that doesn't wake or can't serve in time is trusted no longer, so that another is woken
  /// instead.
  private List<Command> overdue(ActionIssued issued, String observed) {
    var commands = new ArrayList<Command>();
    commands.add(new ActionCommand.TimeOut(issued.action(), observed, at));
    Instant readyBy = issued.readyBy().orElse(issued.deadline());
    switch (issued.step()) {
      case Step.PowerOn(var host) -> {
        commands.add(new QuarantineHost(host, "did not wake: " + observed, at));
        commands.add(new ReportLate(Owner.OPERATOR, host.toString(), observed, readyBy, at));
      }
      case Step.Admit(var host) when !troubles.quarantined().containsKey(host) -> {
        commands.add(new QuarantineHost(host, "does not serve: " + observed, at));
        commands.add(new ReportLate(Owner.OPERATOR, host.toString(), observed, readyBy, at));
      }
      case Step.Wake wake when wake.bringsBack() ->
          commands.add(new ReportLate(issued.owner(), wake.subject(), observed, readyBy, at));
      case Step.OnWorkload _, Step.Cordon _, Step.Drain _, Step.PowerOff _, Step.Admit _ -> {}
    }
    return commands;
  }

  /// True for an action that takes away what the plan wants to keep by now.
  static boolean overtaken(ActionIssued issued, World world) {
    return switch (issued.step()) {
      case Step.Sleep(var workload, _) -> !world.sleepers().containsKey(workload);
      case Step.Cordon(var host) -> world.shallBeOn(host);
      case Step.Drain(var host, _) -> world.shallBeOn(host);
      case Step.PowerOff(var host) -> world.shallBeOn(host);
      case Step.Wake _, Step.PowerOn _, Step.Admit _ -> false;
    };
  }
}
