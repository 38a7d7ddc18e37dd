package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What shall be: every host's aim and every sleeping workload, each with its reason. How to get
/// there follows from the fleet's state (`acting`). Equal inputs give an equal plan; `inputs` is
/// the SHA-256 (hex) of them.
///
/// @param least as few hosts as any plan could have on; empty where none may go
public record PowerPlan(
    List<HostAim> hosts,
    List<Sleeper> sleepers,
    List<Move> moves,
    Optional<Integer> least,
    String inputs) {
  public PowerPlan {
    hosts = List.copyOf(hosts);
    sleepers = List.copyOf(sleepers);
    moves = List.copyOf(moves);
  }

  /// One of which it isn't known how far it is from the best.
  public PowerPlan(List<HostAim> hosts, List<Sleeper> sleepers, List<Move> moves, String inputs) {
    this(hosts, sleepers, moves, Optional.empty(), inputs);
  }

  /// The same plan, decided from `others`.
  PowerPlan from(String others) {
    return new PowerPlan(hosts, sleepers, moves, least, others);
  }

  public record HostAim(MachineId host, boolean on, Reason reason) {}

  /// A workload that shall sleep from `since`; its wake begins at `wakeAt`, it must serve by
  /// `readyBy`. `keep`: how many of its replicas stay.
  public record Sleeper(
      WorkloadId workload,
      TenantId tenant,
      PoolId pool,
      AgreementId agreement,
      String digest,
      Window window,
      int keep,
      Reason reason) {
    Sleeper keeping(int replicas) {
      return keeping(replicas, reason);
    }

    Sleeper keeping(int replicas, Reason because) {
      return new Sleeper(workload, tenant, pool, agreement, digest, window, replicas, because);
    }
  }

  public record Window(Instant since, Instant wakeAt, Instant readyBy) {}

  /// Where a workload that runs on a host that shall be off goes.
  public record Move(WorkloadId workload, MachineId from, MachineId to) {}

  /// True where both want the same of every host and workload, whatever inputs and reasons led
  /// there.
  public boolean sameAims(PowerPlan other) {
    return sameHosts(other.hosts) && sameSleepers(other.sleepers);
  }

  boolean sameHosts(List<HostAim> aims) {
    return hosts.size() == aims.size() && hostsOff().equals(off(aims));
  }

  /// Whether a host is in its drill.
  boolean drills() {
    return hosts.stream().anyMatch(aim -> aim.reason() instanceof Reason.Drilled);
  }

  int hostsOn() {
    return hosts.size() - hostsOff().size();
  }

  /// In the order of the hosts.
  public Set<MachineId> hostsOff() {
    return off(hosts);
  }

  private static Set<MachineId> off(List<HostAim> aims) {
    return aims.stream()
        .filter(aim -> !aim.on())
        .map(HostAim::host)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// What it says of some hosts and of what runs in some pools.
  PowerPlan of(Set<MachineId> machines, Set<PoolId> pools) {
    return new PowerPlan(
        hosts.stream().filter(aim -> machines.contains(aim.host())).toList(),
        sleepers.stream().filter(sleeper -> pools.contains(sleeper.pool())).toList(),
        moves.stream().filter(move -> machines.contains(move.from())).toList(),
        inputs);
  }

  /// When each sleeping workload sleeps, in the order of the sleepers.
  public Map<WorkloadId, Window> windows() {
    var windows = LinkedHashMap.<WorkloadId, Window>newLinkedHashMap(sleepers.size());
    sleepers.forEach(sleeper -> windows.put(sleeper.workload(), sleeper.window()));
    return windows;
  }

  public SortedMap<WorkloadId, Sleeper> bySleeper() {
    var all = new TreeMap<WorkloadId, Sleeper>();
    sleepers.forEach(sleeper -> all.put(sleeper.workload(), sleeper));
    return all;
  }

  Map<MachineId, HostAim> byHost() {
    var all = HashMap.<MachineId, HostAim>newHashMap(hosts.size());
    hosts.forEach(aim -> all.put(aim.host(), aim));
    return all;
  }

  /// True where the same workloads sleep, in the same windows, and as many of each are kept.
  boolean sameSleepers(List<Sleeper> others) {
    return sleepers.size() == others.size() && asleep(sleepers).equals(asleep(others));
  }

  private record Asleep(WorkloadId workload, Window window, int keep) {}

  private static Set<Asleep> asleep(List<Sleeper> sleepers) {
    return sleepers.stream()
        .map(sleeper -> new Asleep(sleeper.workload(), sleeper.window(), sleeper.keep()))
        .collect(Collectors.toSet());
  }

  /// Its moves to hosts that it leaves on, by who moves.
  SortedMap<WorkloadId, Move> movesOn() {
    Set<MachineId> off = hostsOff();
    var moving = new TreeMap<WorkloadId, Move>();
    moves.stream()
        .filter(move -> !off.contains(move.to()))
        .forEach(move -> moving.put(move.workload(), move));
    return moving;
  }

  public Optional<HostAim> aimOf(MachineId host) {
    return hosts.stream().filter(aim -> aim.host().equals(host)).findFirst();
  }
}
