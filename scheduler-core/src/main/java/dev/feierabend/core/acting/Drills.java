package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.drilling.DrillCommand;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Supervision;
import dev.feierabend.core.planning.Trial;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: which hosts are known to wake. A host that was switched off and came back in time is
/// known to, whether that was a drill or a night.
public final class Drills implements ReadModel<Drills.Known> {
  /// What is known of each host, and the switchings under way.
  public record Known(Map<MachineId, Practice> hosts, List<ActionIssued> open) {}

  private final SortedMap<MachineId, Practice> hosts = new ConcurrentSkipListMap<>();
  private final Map<ActionId, ActionIssued> open = new ConcurrentHashMap<>();

  public Practice of(MachineId host) {
    return hosts.getOrDefault(host, Practice.NONE);
  }

  /// Which of `fleet` may not sleep yet.
  Supervision supervision(List<Host> fleet, Drilling drilling, Instant at) {
    if (!drilling.required()) {
      return Supervision.NONE;
    }
    var due = new TreeMap<MachineId, Reason.OfDrill>();
    for (Host host : fleet) {
      of(host.id()).due(drilling, at).ifPresent(reason -> due.put(host.id(), reason));
    }
    return new Supervision(due, trials(due, drilling, at));
  }

  /// One at a time: nobody else while one is under way, and not that one once it is to come back.
  private List<Trial> trials(
      SortedMap<MachineId, Reason.OfDrill> due, Drilling drilling, Instant at) {
    Optional<MachineId> underway = underway();
    if (underway.isPresent()) {
      return underway
          .filter(host -> !of(host).settled(drilling, at))
          .map(host -> trial(host, drilling))
          .stream()
          .toList();
    }
    return due.keySet().stream()
        .filter(host -> of(host).mayBeTried(at))
        .sorted(Comparator.comparing((MachineId host) -> !approved(host, at)))
        .map(host -> trial(host, drilling))
        .toList();
  }

  private Trial trial(MachineId host, Drilling drilling) {
    Practice known = of(host);
    return new Trial(
        host, known.approval(), known.boot(), drilling.settle(), known.trial().isPresent());
  }

  private Optional<MachineId> underway() {
    return hosts.entrySet().stream()
        .filter(known -> known.getValue().trial().isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean approved(MachineId host, Instant at) {
    return of(host).approval().filter(one -> one.covers(at)).isPresent();
  }

  /// What there is to record of drills that have ended.
  List<DrillCommand> outcomes(Instant at) {
    return hosts.entrySet().stream()
        .flatMap(known -> known.getValue().outcome(known.getKey(), at).stream())
        .toList();
  }

  /// What there is to record of hosts that serve and are told to be otherwise than is known.
  List<DrillCommand> descriptions(Snapshot seen) {
    return seen.hosts().stream()
        .filter(Host::inService)
        .flatMap(host ->
            Optional.ofNullable(seen.makes().get(host.id())).stream()
                .filter(make ->
                    !make.or(of(host.id()).makes().told()).equals(of(host.id()).makes().told()))
                .<DrillCommand>map(
                    make -> new DrillCommand.DescribeHost(host.id(), make, seen.at())))
        .toList();
  }

  @Override
  public Known remember() {
    return new Known(Map.copyOf(hosts), List.copyOf(open.values()));
  }

  @Override
  public void recall(Known memory) {
    hosts.clear();
    hosts.putAll(memory.hosts());
    open.clear();
    memory.open().forEach(issued -> open.put(issued.action(), issued));
  }

  @EventHandler
  void on(DrillEvent event) {
    change(event.host(), known -> known.evolve(event));
  }

  /// A plan begins a drill, or breaks it off; a host that goes already is then waited for.
  @EventHandler
  void on(PlanDecided plan) {
    if (plan.owner().equals(Owner.OPERATOR)) {
      plan.hosts().forEach(aim -> planned(aim, plan.at()));
    }
  }

  private void planned(HostAim aim, Instant at) {
    Practice known = of(aim.host());
    boolean drilled = aim.reason() instanceof Reason.Drilled;
    if (drilled && known.trial().isEmpty()) {
      change(aim.host(), it -> it.tried(Optional.of(at)));
    } else if (!drilled
        && known.trial().isPresent()
        && known.off().isEmpty()
        && !goes(aim.host())) {
      change(aim.host(), it -> it.tried(Optional.empty()));
    }
  }

  private boolean goes(MachineId host) {
    return open.values().stream()
        .anyMatch(issued -> issued.step() instanceof Step.PowerOff(var it) && it.equals(host));
  }

  @EventHandler
  void on(ForeignChangeObserved change) {
    hosts.replaceAll((host, known) ->
        host.toString().equals(change.subject()) ? known.switchedByOthers() : known);
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> {
        switch (issued.step()) {
          case Step.PowerOn _, Step.PowerOff _ -> {
            dropLate(issued.step());
            open.put(issued.action(), issued);
          }
          case Step.Admit _ -> open.put(issued.action(), issued);
          case Step.Cordon _, Step.Drain _, Step.OnWorkload _ -> {}
        }
      }
      case ActionCompleted(_, var action, _, var at) -> completed(open.remove(action), at);
      case ActionTimedOut(_, var action, var observed, var at) ->
          late(open.get(action), observed, at);
      case ActionRefused(_, var action, var because, var at) ->
          refused(open.remove(action), because, at);
      case OutcomeUnknown _ -> {}
    }
  }

  private void completed(@Nullable ActionIssued issued, Instant at) {
    if (issued == null) {
      return;
    }
    switch (issued.step()) {
      case Step.PowerOff(var host) -> change(host, known -> known.offAt(at));
      case Step.PowerOn(var host) -> change(host, known -> known.back(issued.at(), at));
      case Step.Admit(var host) -> admitted(host, at);
      case Step.Cordon _, Step.Drain _, Step.OnWorkload _ -> {}
    }
  }

  /// Somebody who wasn't back in time may have come after all.
  private void admitted(MachineId host, Instant at) {
    for (ActionIssued issued : dropLate(new Step.PowerOn(host))) {
      Duration waited = Duration.between(issued.at(), issued.deadline());
      Duration took = Duration.between(issued.at(), at);
      if (took.compareTo(waited.multipliedBy(Practice.BY_ITSELF)) < 0) {
        change(host, known -> known.backLate(took));
      }
    }
  }

  /// Those under way that switch the same host on, of which it is known that they took too long.
  private List<ActionIssued> dropLate(Step step) {
    List<ActionIssued> late =
        open.values().stream()
            .filter(issued -> issued.step() instanceof Step.PowerOn)
            .filter(issued -> issued.step().subject().equals(step.subject()))
            .toList();
    late.forEach(issued -> open.remove(issued.action()));
    return late;
  }

  private void late(@Nullable ActionIssued issued, String observed, Instant at) {
    if (issued != null && issued.step() instanceof Step.PowerOn(var host)) {
      if (of(host).off().isEmpty()) {
        open.remove(issued.action());
      }
      change(host, known -> known.lost("did not wake: " + observed, at));
    } else if (issued != null) {
      open.remove(issued.action());
    }
    refused(issued, observed, at);
  }

  /// Who doesn't go is tried again in another night, unless that was a drill.
  private void refused(@Nullable ActionIssued issued, String because, Instant at) {
    if (issued != null
        && issued.step() instanceof Step.PowerOff(var host)
        && of(host).trial().isPresent()
        && !Judgement.isInOrder(because)) {
      change(host, known -> known.lost("did not go: " + because, at));
    }
  }

  private void change(MachineId host, UnaryOperator<Practice> change) {
    hosts.compute(host, (_, known) -> change.apply(known == null ? Practice.NONE : known));
  }
}
