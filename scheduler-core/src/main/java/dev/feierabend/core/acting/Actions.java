package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: which actions are pending (issued minus concluded), how often each was tried, and
/// when something was last begun.
public final class Actions implements ReadModel<Actions.Tried> {
  /// What is pending, and what was ever tried, how often and when last.
  ///
  /// @param begun when the wake of each workload began that didn't sleep since
  public record Tried(
      List<ActionIssued> pending,
      Map<String, Integer> tries,
      Map<String, Instant> lastIssued,
      Map<String, Instant> begun,
      Map<MachineId, Instant> lastCordoned,
      long highestTerm) {}

  private final Map<ActionId, ActionIssued> pending = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastIssued = new ConcurrentHashMap<>();
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private final Map<MachineId, Instant> lastCordoned = new ConcurrentSkipListMap<>();
  private final AtomicLong highestTerm = new AtomicLong();

  /// Issued and not concluded, in the order of their ids.
  public List<ActionIssued> pending() {
    return List.copyOf(pending.values());
  }

  /// The pending action on a host or workload; there is at most one.
  public Optional<ActionIssued> pendingOn(String subject) {
    return pending.values().stream()
        .filter(issued -> issued.step().subject().equals(subject))
        .findFirst();
  }

  /// Hosts that were told to switch on or off and of which the outcome isn't known yet.
  SortedSet<MachineId> switching() {
    var switching = new TreeSet<MachineId>();
    for (ActionIssued issued : pending.values()) {
      switch (issued.step()) {
        case Step.PowerOn(var host) -> switching.add(host);
        case Step.PowerOff(var host) -> switching.add(host);
        case Step.Cordon _, Step.Drain _, Step.Admit _, Step.OnWorkload _ -> {}
      }
    }
    return switching;
  }

  /// How many actions were issued under `stem` (an action's id without its count).
  public int tries(String stem) {
    return tries.getOrDefault(stem, 0);
  }

  /// When the last action on a host or workload was issued.
  Optional<Instant> lastIssued(String subject) {
    @Nullable Instant last = lastIssued.get(subject);
    return Optional.ofNullable(last);
  }

  /// When a workload's wake was first tried, unless it was put to sleep since.
  Optional<Instant> begun(WorkloadId workload) {
    @Nullable Instant first = begun.get(workload.value());
    return Optional.ofNullable(first);
  }

  /// Hosts that were to be taken out of service after `since`, whatever became of it.
  List<MachineId> cordoned(Instant since) {
    return lastCordoned.entrySet().stream()
        .filter(last -> last.getValue().isAfter(since))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The highest term of any intent; 0 where none was recorded.
  public long highestTerm() {
    return highestTerm.get();
  }

  @Override
  public Tried remember() {
    return new Tried(
        pending(),
        Map.copyOf(tries),
        Map.copyOf(lastIssued),
        Map.copyOf(begun),
        Map.copyOf(lastCordoned),
        highestTerm.get());
  }

  @Override
  public void recall(Tried memory) {
    pending.clear();
    memory.pending().forEach(issued -> pending.put(issued.action(), issued));
    tries.clear();
    tries.putAll(memory.tries());
    lastIssued.clear();
    lastIssued.putAll(memory.lastIssued());
    begun.clear();
    begun.putAll(memory.begun());
    lastCordoned.clear();
    lastCordoned.putAll(memory.lastCordoned());
    highestTerm.set(memory.highestTerm());
  }

  @EventHandler
  void on(ActingEvent.OfAction event) {
    switch (event) {
      case ActionIssued issued -> {
        pending.put(issued.action(), issued);
        tries.merge(issued.action().stem(), 1, Integer::sum);
        lastIssued.put(issued.step().subject(), issued.at());
        highestTerm.accumulateAndGet(issued.fencing(), Math::max);
        begin(issued);
        if (issued.step() instanceof Step.Cordon(var host)) {
          lastCordoned.put(host, issued.at());
        }
      }
      case ActionCompleted _, ActionRefused _, ActionTimedOut _ -> pending.remove(event.action());
      case OutcomeUnknown _ -> {}
    }
  }

  private void begin(ActionIssued issued) {
    switch (issued.step()) {
      case Step.Sleep sleep -> begun.remove(sleep.subject());
      case Step.Wake wake when wake.bringsBack() -> begun.putIfAbsent(wake.subject(), issued.at());
      case Step.Wake _ -> {}
      case Step.OnHost _ -> {}
    }
  }
}
