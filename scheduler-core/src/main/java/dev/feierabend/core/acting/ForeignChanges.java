package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.TroubleCommand;
import dev.feierabend.core.observing.TroubleCommand.NoteForeignChange;
import dev.feierabend.core.observing.TroubleCommand.NoteUndoing;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Setter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what somebody else changed: it slept because it was put to sleep here, nothing else is
/// under way, and yet it is up, or another is there under its name. What never fell asleep was
/// changed by nobody. A person's later change wins until the next transition; a program's does so
/// the second time.
record ForeignChanges(Snapshot fleet, Actions actions, Slumber slumber, Instant at) {
  private static final Duration A_NIGHT = Duration.ofHours(12);

  List<Command> found() {
    Stream<Command> workloads =
        fleet.workloads().stream().filter(this::changed).flatMap(this::conclude);
    Stream<Command> hosts = fleet.hosts().stream().filter(this::on).map(this::note);
    return Stream.concat(workloads, hosts).toList();
  }

  private boolean changed(Workload workload) {
    Optional<ActionIssued> pending = actions.pendingOn(workload.id().value());
    return slumber.undone(workload)
        ? pending.filter(issued -> !(issued.step() instanceof Step.Sleep)).isEmpty()
        : pending.isEmpty() && (slumber.roused(workload) || slumber.another(workload));
  }

  private boolean on(Host host) {
    return host.power() == Power.ON
        && slumber.switchedOff(host.id())
        && actions.pendingOn(host.id().toString()).isEmpty();
  }

  /// A sleep that was undone before it was seen is over.
  private Stream<Command> conclude(Workload workload) {
    Stream<Command> over =
        actions.pendingOn(workload.id().value()).stream()
            .map(issued ->
                new ActionCommand.Refuse(issued.action(), Judgement.UNDONE + found(workload), at));
    return Stream.concat(over, Stream.of(note(workload)));
  }

  private TroubleCommand note(Workload workload) {
    Owner owner = Owner.of(workload.tenant());
    String subject = workload.id().value();
    Instant until =
        slumber
            .of(workload.id())
            .flatMap(Slumber.Slept::readyBy)
            .filter(at::isBefore)
            .orElse(at.plus(A_NIGHT));
    Optional<Setter> keeper = workload.trace().keeper().filter(_ -> !slumber.another(workload));
    return keeper
        .<TroubleCommand>map(by -> new NoteUndoing(owner, subject, found(workload), by, at, until))
        .orElseGet(() ->
            new NoteForeignChange(
                owner, subject, "asleep", found(workload), workload.trace().setter(), at, until));
  }

  private String found(Workload workload) {
    String replicas = workload.replicas() + " replicas";
    return slumber.another(workload) ? "another of its name, " + replicas : replicas;
  }

  private TroubleCommand note(Host host) {
    Instant until = slumber.nextReadyBy(at).orElse(at.plus(A_NIGHT));
    return new NoteForeignChange(
        Owner.OPERATOR, host.id().toString(), "power OFF", "power ON", Optional.empty(), at, until);
  }
}
