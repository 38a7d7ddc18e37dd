package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: what this service put to sleep and has not seen back. From the intent on, not from
/// the outcome: what may have happened is woken too.
public final class Slumber implements ReadModel<Slumber.Sleepers> {
  /// What sleeps or was taken away, and the steps under way.
  public record Sleepers(
      Map<WorkloadId, Slept> workloads,
      Set<WorkloadId> fellAsleep,
      Map<WorkloadId, ActionId> asleepBy,
      Set<MachineId> hosts,
      Map<MachineId, Instant> off,
      Map<MachineId, Instant> late,
      Map<ActionId, Step> open) {}

  /// How a workload went to sleep, and what brings it back.
  public record Slept(Optional<Restore> restore, Optional<Instant> readyBy, Instant at) {}

  /// So long may a machine still stop that was told to and didn't in its time. Whoever finds it off
  /// afterwards finds what somebody else did.
  private static final Duration LATE = Duration.ofHours(1);

  private final Map<WorkloadId, Slept> workloads = new ConcurrentHashMap<>();
  private final Set<WorkloadId> fellAsleep = ConcurrentHashMap.newKeySet();
  private final Map<WorkloadId, ActionId> asleepBy = new ConcurrentHashMap<>();
  private final Set<MachineId> hosts = ConcurrentHashMap.newKeySet();
  private final Map<MachineId, Instant> off = new ConcurrentHashMap<>();
  private final Map<MachineId, Instant> late = new ConcurrentHashMap<>();
  private final Map<ActionId, Step> open = new ConcurrentHashMap<>();

  /// Whether nothing sleeps.
  boolean isNone() {
    return workloads.isEmpty();
  }

  public Optional<Slept> of(WorkloadId workload) {
    @Nullable Slept slept = workloads.get(workload);
    return Optional.ofNullable(slept);
  }

  /// When what sleeps now must next be back.
  Optional<Instant> nextReadyBy(Instant at) {
    return workloads.values().stream()
        .flatMap(slept -> slept.readyBy().stream())
        .filter(at::isBefore)
        .min(Instant::compareTo);
  }

  /// True for a workload that was seen asleep here and of which more runs now than was kept.
  boolean roused(Workload workload) {
    return fellAsleep.contains(workload.id()) && more(workload);
  }

  /// True for a workload whose object tells that its sleep took effect, seen or not, and of which
  /// more runs now than was kept.
  boolean undone(Workload workload) {
    return Optional.ofNullable(asleepBy.get(workload.id()))
            .filter(action -> workload.trace().action().filter(action::isNotedAs).isPresent())
            .isPresent()
        && more(workload);
  }

  private boolean more(Workload workload) {
    return workload.replicas()
        > of(workload.id()).flatMap(Slept::restore).map(Restore::kept).orElse(0);
  }

  /// True for a workload that is not what was put to sleep here but another of its name, and that
  /// wasn't put to sleep in its turn.
  boolean another(Workload workload) {
    return workload.restore().isEmpty()
        && of(workload.id())
            .flatMap(Slept::restore)
            .filter(known -> !known.original().mayBe(workload.original()))
            .isPresent();
  }

  /// Hosts that were switched off here and should be off still.
  boolean switchedOff(MachineId host) {
    return off.containsKey(host);
  }

  /// The same hosts, and since when each is off.
  SortedMap<MachineId, Instant> offSince() {
    return new TreeMap<>(off);
  }

  /// True for a host that was taken out of service here and not admitted again.
  public boolean tookAway(MachineId host) {
    return hosts.contains(host);
  }

  /// True for a host that was asked to go off, wasn't seen to in time, and wasn't taken out of
  /// service or switched since: whoever took it at its word may find it gone at `at`.
  boolean mayGoLate(MachineId host, Instant at) {
    return Optional.ofNullable(late.get(host)).filter(at::isBefore).isPresent();
  }

  @Override
  public Sleepers remember() {
    return new Sleepers(
        Map.copyOf(workloads),
        Set.copyOf(fellAsleep),
        Map.copyOf(asleepBy),
        Set.copyOf(hosts),
        Map.copyOf(off),
        Map.copyOf(late),
        Map.copyOf(open));
  }

  @Override
  public void recall(Sleepers memory) {
    workloads.clear();
    workloads.putAll(memory.workloads());
    fellAsleep.clear();
    fellAsleep.addAll(memory.fellAsleep());
    asleepBy.clear();
    asleepBy.putAll(memory.asleepBy());
    hosts.clear();
    hosts.addAll(memory.hosts());
    off.clear();
    off.putAll(memory.off());
    late.clear();
    late.putAll(memory.late());
    open.clear();
    open.putAll(memory.open());
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> issue(issued);
      case ActionCompleted(_, var action, _, var at) -> complete(open.remove(action), at);
      case ActionTimedOut(_, var action, _, var at) -> giveUp(open.remove(action), at);
      case ActionRefused(_, var action, var because, var at) -> {
        Step step = open.remove(action);
        if (!Judgement.isInOrder(because)) {
          giveUp(step, at);
        }
      }
      case OutcomeUnknown _ -> {}
    }
  }

  /// What a person brought back is no longer ours to bring back; a host stays ours to admit.
  @EventHandler
  void on(ForeignChangeObserved change) {
    forget(change.subject());
    off.keySet().removeIf(host -> host.toString().equals(change.subject()));
    late.keySet().removeIf(host -> host.toString().equals(change.subject()));
  }

  @EventHandler
  void on(SleepUndone undone) {
    forget(undone.subject());
  }

  private void forget(String subject) {
    workloads.keySet().removeIf(workload -> workload.value().equals(subject));
    fellAsleep.removeIf(workload -> workload.value().equals(subject));
    asleepBy.keySet().removeIf(workload -> workload.value().equals(subject));
  }

  private void issue(ActionIssued issued) {
    open.put(issued.action(), issued.step());
    switch (issued.step()) {
      case Step.Sleep(var workload, var keep) -> {
        workloads.put(workload, new Slept(restore(issued, keep), issued.readyBy(), issued.at()));
        asleepBy.put(workload, issued.action());
      }
      case Step.Cordon(var host) -> {
        hosts.add(host);
        late.remove(host);
      }
      case Step.Wake(var workload, _, _, _) -> {
        fellAsleep.remove(workload);
        asleepBy.remove(workload);
      }
      case Step.PowerOff(var host) -> late.remove(host);
      case Step.PowerOn(var host) -> {
        off.remove(host);
        if (late.remove(host) != null) {
          hosts.add(host);
        }
      }
      case Step.Drain _, Step.Admit _ -> {}
    }
  }

  private void giveUp(@Nullable Step step, Instant at) {
    if (step instanceof Step.PowerOff(var host)) {
      late.put(host, at.plus(LATE));
    }
  }

  private static Optional<Restore> restore(ActionIssued issued, int keep) {
    return issued
        .restore()
        .filter(original -> original.replicas() > keep)
        .map(original -> new Restore(original, keep));
  }

  private void complete(@Nullable Step step, Instant at) {
    switch (step) {
      case Step.Sleep(var workload, _) -> fellAsleep.add(workload);
      case Step.Wake(var workload, _, _, _) -> workloads.remove(workload);
      case Step.Admit(var host) -> hosts.remove(host);
      case Step.PowerOff(var host) -> off.put(host, at);
      case null -> {}
      case Step.Cordon _, Step.Drain _, Step.PowerOn _ -> {}
    }
  }
}
