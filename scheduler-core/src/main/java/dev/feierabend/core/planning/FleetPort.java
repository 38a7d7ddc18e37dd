package dev.feierabend.core.planning;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.language.Selectable;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The fleet as it is seen now. What cannot be seen is reported as unknown, never left out.
public interface FleetPort {
  Snapshot observe();

  /// Everything seen; hosts and workloads in the order of their ids. `places` tells which of them
  /// can't stand in for which others; `makes` what hosts are, as far as anybody tells; `exempt`
  /// which workloads nobody puts to sleep, and why; `placements` where workloads may be of which
  /// that isn't anywhere.
  record Snapshot(
      Instant at,
      List<Host> hosts,
      List<Workload> workloads,
      Places places,
      SortedMap<MachineId, Make> makes,
      SortedMap<WorkloadId, Exemption> exempt,
      SortedMap<WorkloadId, Placement> placements) {
    public Snapshot {
      hosts = hosts.stream().sorted(Comparator.comparing(Host::id)).toList();
      workloads = workloads.stream().sorted(Comparator.comparing(Workload::id)).toList();
      makes = Collections.unmodifiableSortedMap(new TreeMap<>(makes));
      exempt = Collections.unmodifiableSortedMap(new TreeMap<>(exempt));
      placements = Collections.unmodifiableSortedMap(new TreeMap<>(placements));
    }

    /// The host of that id, if it is seen.
    public Optional<Host> host(MachineId id) {
      return found(hosts, Host::id, id);
    }

    /// The workload of that id, if it is seen.
    public Optional<Workload> workload(WorkloadId id) {
      return found(workloads, Workload::id, id);
    }

    /// By halves: thousands are looked up in a minute.
    private static <T, I extends Comparable<I>> Optional<T> found(
        List<T> inOrder, Function<T, I> id, I wanted) {
      int from = 0;
      int to = inOrder.size();
      while (from < to) {
        int middle = (from + to) / 2;
        int order = id.apply(inOrder.get(middle)).compareTo(wanted);
        if (order == 0) {
          return Optional.of(inOrder.get(middle));
        }
        from = order < 0 ? middle + 1 : from;
        to = order < 0 ? to : middle;
      }
      return Optional.empty();
    }

    /// Everything may sleep, and be anywhere.
    public Snapshot(
        Instant at,
        List<Host> hosts,
        List<Workload> workloads,
        Places places,
        SortedMap<MachineId, Make> makes) {
      this(
          at,
          hosts,
          workloads,
          places,
          makes,
          Collections.emptySortedMap(),
          Collections.emptySortedMap());
    }

    /// Nobody tells what hosts are.
    public Snapshot(Instant at, List<Host> hosts, List<Workload> workloads, Places places) {
      this(at, hosts, workloads, places, Collections.emptySortedMap());
    }

    /// All of it in one place.
    public Snapshot(Instant at, List<Host> hosts, List<Workload> workloads) {
      this(at, hosts, workloads, Places.ONE);
    }

    /// The same where of its hosts `makes` is told.
    public Snapshot with(SortedMap<MachineId, Make> told) {
      return new Snapshot(at, hosts, workloads, places, told, exempt, placements);
    }

    /// The same where nobody puts these to sleep.
    public Snapshot exempting(SortedMap<WorkloadId, Exemption> sleepless) {
      return new Snapshot(at, hosts, workloads, places, makes, sleepless, placements);
    }

    /// The same where these workloads may not be anywhere.
    public Snapshot placed(SortedMap<WorkloadId, Placement> told) {
      return new Snapshot(at, hosts, workloads, places, makes, exempt, told);
    }

    /// The same where each host is what `told` makes of it.
    public Snapshot each(UnaryOperator<Host> told) {
      return new Snapshot(
          at, hosts.stream().map(told).toList(), workloads, places, makes, exempt, placements);
    }
  }

  enum Power {
    ON,
    OFF,
    UNKNOWN
  }

  /// How a workload's replicas get to another host.
  enum Mobility {
    /// The hypervisor moves it while it runs.
    MIGRATED,
    /// It is evicted, and its orchestrator starts it elsewhere.
    RESCHEDULED,
    /// It stays where it is; its host stays on while it is awake.
    PINNED
  }

  /// The places that a fleet is in: what runs in one (a cluster) can't go to another's hosts.
  ///
  /// @param of the place of every pool; empty: there is but one
  /// @param unseen places of which nothing has been seen yet, so that their workloads are missing
  record Places(Map<PoolId, String> of, Set<String> unseen) {
    public static final Places ONE = new Places(Map.of(), Set.of());

    /// Whether what is in one pool may be where another's hosts are.
    public boolean together(PoolId one, PoolId other) {
      return of.isEmpty() || String.valueOf(of.get(one)).equals(of.get(other));
    }

    public Places {
      of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
      unseen = Collections.unmodifiableSortedSet(new TreeSet<>(unseen));
    }
  }

  /// A host. `ready`: it takes work (operating system up, node Ready); `cordoned`: it takes no new
  /// work; `protection`: why it is never switched off; `occupied`: something runs on it that would
  /// be lost with it, managed here or not. `seen`: when this was true; older than the guard allows
  /// counts as unknown.
  record Host(
      MachineId id,
      String name,
      PoolId pool,
      Resources capacity,
      Energy energy,
      Power power,
      boolean ready,
      boolean cordoned,
      Optional<Reason.Protection> protection,
      boolean occupied,
      Instant seen) {
    public boolean inService() {
      return power == Power.ON && ready && !cordoned;
    }

    /// The same host, which stays on for that reason.
    public Host protectedBy(Reason.Protection why) {
      return new Host(
          id,
          name,
          pool,
          capacity,
          energy,
          power,
          ready,
          cordoned,
          Optional.of(why),
          occupied,
          seen);
    }
  }

  /// What a host's electricity looks like: watts over load, standby watts when off, boot time and
  /// watts.
  record Energy(PowerCurve curve, double standbyWatts, Duration boot, double bootWatts) {
    /// As the fleet's document says.
    public static Energy of(Electricity told) {
      return new Energy(told.curve(), told.standbyWatts(), told.boot(), told.bootWatts());
    }
  }

  /// A workload. `size`: what one replica asks for; `replicas`: how many are wanted now; `ready`:
  /// how many serve; `on`: the host of each running replica; `restore`: what brings it back from a
  /// sleep, if that is known on the object itself; `original`: what it is now, and a sleep would
  /// have to bring back; `lowest`: with fewer replicas than this, if any, its autoscaler raises it
  /// again, 0 where there is none; `trace`: who changed it.
  record Workload(
      WorkloadId id,
      String name,
      PoolId pool,
      TenantId tenant,
      Resources size,
      int replicas,
      int ready,
      List<MachineId> on,
      Mobility mobility,
      Map<String, String> labels,
      Optional<Restore> restore,
      Original original,
      int lowest,
      Instant seen,
      Trace trace)
      implements Selectable {
    public Workload {
      on = List.copyOf(on);
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// One without an autoscaler that doesn't tell who changed it, of which nothing is to be
    /// restored but how many replicas it had.
    public Workload(
        WorkloadId id,
        String name,
        PoolId pool,
        TenantId tenant,
        Resources size,
        int replicas,
        int ready,
        List<MachineId> on,
        Mobility mobility,
        Map<String, String> labels,
        Optional<Restore> restore,
        Instant seen) {
      this(
          id,
          name,
          pool,
          tenant,
          size,
          replicas,
          ready,
          on,
          mobility,
          labels,
          restore,
          Original.of(replicas),
          0,
          seen,
          Trace.NONE);
    }

    /// True where nothing runs, or no more than was kept when it was put to sleep.
    public boolean asleep() {
      return replicas == 0 || restore.filter(known -> replicas <= known.kept()).isPresent();
    }

    /// How many replicas can stay where `keep` were agreed: none, or so many that its autoscaler
    /// leaves it as it is.
    public int keeping(int keep) {
      return keep == 0 ? 0 : Math.max(keep, lowest);
    }

    /// How many replicas it has while it is awake.
    public int whole() {
      return asleep() ? restore.map(Restore::replicas).orElse(Math.max(1, replicas)) : replicas;
    }
  }

  /// What brings a workload back: what it was, and how many of its replicas it `kept`.
  record Restore(Original original, int kept) {
    public Restore {
      if (kept < 0 || original.replicas() <= kept) {
        throw new IllegalArgumentException(
            "Expected more replicas than were kept but found %d and %d"
                .formatted(original.replicas(), kept));
      }
    }

    public Restore(int replicas, int kept) {
      this(Original.of(replicas), kept);
    }

    public int replicas() {
      return original.replicas();
    }
  }
}
