package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.observing.ObservingEvent.HostReleased;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.planning.Guards.Held;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: what keeps single hosts and workloads out of the planner's hands.
public final class Troubles implements ReadModel<Troubles.SetAside> {
  /// What is kept out of the planner's hands, and the actions under way.
  public record SetAside(
      Map<MachineId, String> quarantined,
      Map<MachineId, Held> heldBack,
      Map<String, Instant> leftAlone,
      Map<String, Setter> keepers,
      Map<MachineId, Refusal> refusals,
      List<ActionIssued> open) {}

  /// A host that was to be switched on and couldn't be.
  ///
  /// @param waits whether it only has to wait, as far as anybody says
  /// @param since when that was found first
  /// @param times how often it was
  /// @param due by when it was to be back
  public record Refusal(String because, boolean waits, Instant since, int times, Instant due) {
    static Refusal of(String because, Instant since, Instant due) {
      boolean waits = Judgement.isNotYet(because);
      String told = waits ? because.substring(Judgement.NOT_YET.length()) : because;
      return new Refusal(told, waits, since, 1, due);
    }

    /// Where nothing is due by `readyBy`, it stays due by when it was.
    Refusal again(Refusal now, Optional<Instant> readyBy) {
      return new Refusal(now.because, now.waits, since, times + 1, readyBy.orElse(due));
    }
  }

  /// A host on which taking away failed stays on this long: the night.
  private static final Duration HELD = Duration.ofHours(12);

  private final SortedMap<MachineId, String> quarantined = new ConcurrentSkipListMap<>();
  private final SortedMap<MachineId, Held> heldBack = new ConcurrentSkipListMap<>();
  private final SortedMap<String, Instant> leftAlone = new ConcurrentSkipListMap<>();
  private final Map<String, Setter> keepers = new ConcurrentHashMap<>();
  private final SortedMap<MachineId, Refusal> refusals = new ConcurrentSkipListMap<>();
  private final Map<ActionId, ActionIssued> open = new ConcurrentHashMap<>();

  public SortedMap<MachineId, String> quarantined() {
    return new TreeMap<>(quarantined);
  }

  /// Hosts that stay on at `at` because something failed on them.
  public SortedMap<MachineId, Held> heldBack(Instant at) {
    var held = new TreeMap<>(heldBack);
    held.values().removeIf(entry -> !at.isBefore(entry.until()));
    return held;
  }

  /// Subjects that a person changed and that are left alone at `at`.
  public SortedMap<String, Instant> leftAlone(Instant at) {
    var left = new TreeMap<>(leftAlone);
    left.values().removeIf(until -> !at.isBefore(until));
    return left;
  }

  /// Hosts that can't be switched on, while that may be mended in time.
  SortedMap<MachineId, Refusal> refusals(Instant at) {
    var refused = new TreeMap<>(refusals);
    refused.values().removeIf(refusal -> !at.isBefore(refusal.due()));
    return refused;
  }

  /// The program that was last told to keep a subject as it is.
  Optional<Setter> keeper(String subject) {
    return Optional.ofNullable(keepers.get(subject));
  }

  @Override
  public SetAside remember() {
    return new SetAside(
        Map.copyOf(quarantined),
        Map.copyOf(heldBack),
        Map.copyOf(leftAlone),
        Map.copyOf(keepers),
        Map.copyOf(refusals),
        List.copyOf(open.values()));
  }

  @Override
  public void recall(SetAside memory) {
    quarantined.clear();
    quarantined.putAll(memory.quarantined());
    heldBack.clear();
    heldBack.putAll(memory.heldBack());
    leftAlone.clear();
    leftAlone.putAll(memory.leftAlone());
    keepers.clear();
    keepers.putAll(memory.keepers());
    refusals.clear();
    refusals.putAll(memory.refusals());
    open.clear();
    memory.open().forEach(issued -> open.put(issued.action(), issued));
  }

  @EventHandler
  void on(ObservingEvent event) {
    switch (event) {
      case ForeignChangeObserved change -> {
        leftAlone.put(change.subject(), change.until());
        refusals.keySet().removeIf(host -> host.toString().equals(change.subject()));
      }
      case KeeperFound found -> keepers.put(found.subject(), found.by());
      case HostQuarantined(var host, var because, _) -> quarantined.put(host, because);
      case HostReleased(var host, _) -> quarantined.remove(host);
      case ObservingEvent.SleepUndone _,
          ObservingEvent.PoolRegistered _,
          ObservingEvent.UtilisationRecorded _ -> {}
    }
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> open.put(issued.action(), issued);
      case ActionRefused(_, var action, var because, var at) -> {
        refused(open.get(action), because, at);
        failed(action, because, at);
      }
      case ActionTimedOut(_, var action, var observed, var at) -> {
        switched(open.get(action));
        failed(action, observed, at);
      }
      case ActingEvent.ActionCompleted(_, var action, _, _) -> switched(open.remove(action));
      case ActingEvent.OutcomeUnknown _ -> {}
    }
  }

  private void refused(@Nullable ActionIssued issued, String because, Instant at) {
    if (issued != null
        && issued.step() instanceof Step.PowerOn(var host)
        && (!Judgement.isInOrder(because) || Judgement.isNotYet(because))) {
      refusals.merge(
          host,
          Refusal.of(because, at, issued.readyBy().orElse(issued.deadline())),
          (first, now) -> first.again(now, issued.readyBy()));
    }
  }

  /// It was, or is told to go, or was waited for in vain: what was refused before says no more.
  private void switched(@Nullable ActionIssued issued) {
    if (issued != null) {
      switch (issued.step()) {
        case Step.PowerOn(var host) -> refusals.remove(host);
        case Step.PowerOff(var host) -> refusals.remove(host);
        case Step.Admit(var host) -> refusals.remove(host);
        case Step.Cordon _, Step.Drain _, Step.OnWorkload _ -> {}
      }
    }
  }

  private void failed(ActionId action, String because, Instant at) {
    ActionIssued issued = open.remove(action);
    if (issued != null
        && issued.step() instanceof Step.OnHost step
        && step.takesAway()
        && !Judgement.isInOrder(because)) {
      heldBack.put(step.host(), new Held(because, at.plus(HELD)));
    }
  }
}
