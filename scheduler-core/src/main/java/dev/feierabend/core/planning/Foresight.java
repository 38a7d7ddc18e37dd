package dev.feierabend.core.planning;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.core.waking.Departure;
import dev.feierabend.core.waking.Lead;
import dev.feierabend.core.waking.Waiting;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which of the hosts that shall be off are needed again, and when: by the plan that would be made
/// now if those no longer slept who have to be back by then.
///
/// @param groups how long the groups of each agreement's order take on their way up
record Foresight(
    Snapshot fleet,
    SortedMap<WorkloadId, Sleeper> released,
    Demands demands,
    Rising rising,
    Map<AgreementId, Duration> groups) {
  /// How long it takes, at most, until a host that is back takes guests, and the guest that waits
  /// for it is told to start.
  private static final Duration ADMISSION = Duration.ofMinutes(2);

  /// A host, and the window for whose end it is needed.
  record Needed(Departure departure, Window window) {}

  /// Those that may have to begin by `horizon`; others may be absent.
  List<Needed> until(Instant horizon, PowerPlan plan, Guards guards, Instant at) {
    SortedMap<MachineId, Host> off = off(plan);
    var waiting = new TreeMap<MachineId, Waiting>();
    var windows = new TreeMap<MachineId, Window>();
    for (Window window : windows(plan)) {
      Instant needed = needed(window, plan);
      var all = new TreeMap<>(waiting);
      off.forEach((id, host) -> all.putIfAbsent(id, waiting(host, needed)));
      if (departures(all, windows).stream().allMatch(it -> it.latest().isAfter(horizon))) {
        break;
      }
      for (MachineId host : on(off.keySet(), window, guards, at)) {
        windows.putIfAbsent(host, window);
        waiting.putIfAbsent(host, waiting(requireNonNull(off.get(host)), needed));
      }
    }
    return departures(waiting, windows).stream()
        .map(it -> new Needed(it, requireNonNull(windows.get(it.waiting().host()))))
        .toList();
  }

  private List<Departure> departures(
      SortedMap<MachineId, Waiting> waiting, SortedMap<MachineId, Window> windows) {
    var agreed = new TreeMap<MachineId, Instant>();
    windows.forEach((host, window) -> agreed.put(host, window.wakeAt()));
    return Departure.of(waiting.values(), agreed, rising.waves());
  }

  /// The host in its drill comes back by itself.
  SortedMap<MachineId, Host> off(PowerPlan plan) {
    Set<MachineId> off =
        plan.hosts().stream()
            .filter(aim -> !aim.on() && !(aim.reason() instanceof Reason.Drilled))
            .map(HostAim::host)
            .collect(Collectors.toCollection(TreeSet::new));
    var hosts = new TreeMap<MachineId, Host>();
    fleet.hosts().stream()
        .filter(host -> off.contains(host.id()))
        .forEach(host -> hosts.put(host.id(), host));
    return hosts;
  }

  private Waiting waiting(Host host, Instant needed) {
    return new Waiting(host.id(), needed, lead(host));
  }

  Lead lead(Host host) {
    return rising.leads().of(host.id(), host.energy().boot());
  }

  /// Who is on still before all others.
  Comparator<Host> quickestFirst() {
    return Comparator.comparing((Host host) -> host.power() != Power.ON)
        .thenComparing(host -> lead(host).cautious())
        .thenComparing(Host::id);
  }

  /// One that somebody else switched off is left alone.
  static boolean isOurs(Host host, Guards guards) {
    return host.power() != Power.OFF || guards.offSince().containsKey(host.id());
  }

  /// Of a guest that rests, when it has to begin.
  private static Window beginning(Instant end) {
    return new Window(end, end, end);
  }

  private static boolean isBeginning(Window window) {
    return window.equals(beginning(window.readyBy()));
  }

  /// In the order in which they end. Guests that rest have to begin at an instant, not to be there.
  Collection<Window> windows(PowerPlan plan) {
    var windows = new TreeMap<Instant, Window>();
    plan.windows()
        .values()
        .forEach(window ->
            windows.merge(
                window.readyBy(),
                window,
                (one, other) -> one.wakeAt().isBefore(other.wakeAt()) ? one : other));
    demands.resting().ends().forEach(end -> windows.putIfAbsent(end, beginning(end)));
    return windows.values();
  }

  /// When hosts have to serve so that all is back by the end of `window`: not before guests wake.
  Instant needed(Window window, PowerPlan plan) {
    if (isBeginning(window)) {
      return window.readyBy().minus(ADMISSION);
    }
    List<Sleeper> back =
        plan.sleepers().stream()
            .filter(sleeper -> sleeper.window().readyBy().equals(window.readyBy()))
            .toList();
    Duration longest =
        back.stream()
            .map(sleeper -> groups.getOrDefault(sleeper.agreement(), Duration.ZERO))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    Duration guests = rising.guests().longest(back.stream().map(Sleeper::workload).toList());
    Instant needed = window.readyBy().minus(guests).minus(longest);
    return needed.isBefore(window.wakeAt()) ? window.wakeAt() : needed;
  }

  /// Which of them are on once nothing sleeps that has to be back by the end of `window`.
  Set<MachineId> on(Set<MachineId> off, Window window, Guards guards, Instant at) {
    var still = new TreeMap<>(released);
    still.values().removeIf(it -> !it.window().readyBy().isAfter(window.readyBy()));
    Resting resting = demands.resting().after(window.readyBy());
    if (still.isEmpty() && resting.until().isEmpty()) {
      return off;
    }
    var sleepers = Sleepers.among(fleet.workloads(), still, guards, at);
    var aims =
        new Evening(
                risen(guards.waking()), sleepers, demands.with(resting), guards.withoutTrials(), at)
            .decided();
    return aims.chosen().aims().stream()
        .filter(HostAim::on)
        .map(HostAim::host)
        .filter(off::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whoever was begun serves by then, unless nothing is counted on it: nobody else is asked for
  /// what it will carry.
  private Snapshot risen(SortedMap<MachineId, Reason.OfWake> waking) {
    return fleet.each(host ->
        Optional.ofNullable(waking.get(host.id()))
            .flatMap(Reason.OfWake::servesBy)
            .map(_ -> serving(host))
            .orElse(host));
  }

  private static Host serving(Host host) {
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        host.energy(),
        Power.ON,
        true,
        false,
        host.protection(),
        host.occupied(),
        host.seen());
  }
}
