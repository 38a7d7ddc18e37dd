package dev.feierabend.core.hosting;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Everything that a hypervisor manages, as it was at `at`; hosts and guests in the order of their
/// ids.
///
/// @param ambiguous ids that several machines bear: none of these is shown, or touched
public record Inventory(
    Instant at,
    List<Cluster> clusters,
    List<Host> hosts,
    List<Guest> guests,
    SortedSet<MachineId> ambiguous) {
  public Inventory {
    clusters = List.copyOf(clusters);
    hosts = List.copyOf(hosts);
    guests = List.copyOf(guests);
    ambiguous = Collections.unmodifiableSortedSet(new TreeSet<>(ambiguous));
  }

  /// Hosts between which guests can move, and what their hypervisor does with them by itself.
  public record Cluster(String name, Set<Habit> habits) {
    public Cluster {
      habits =
          Collections.unmodifiableSet(
              habits.isEmpty() ? EnumSet.noneOf(Habit.class) : EnumSet.copyOf(habits));
    }
  }

  public enum Habit {
    /// Moves running guests from host to host as it thinks best.
    MOVES_GUESTS,
    /// Switches hosts off and on as it thinks best.
    SWITCHES_HOSTS,
    /// Starts the guests of a host that fails on others.
    RESTARTS_GUESTS,
    /// Refuses whatever leaves no room to restart guests.
    RESERVES_ROOM
  }

  /// A host.
  ///
  /// @param cluster empty where its guests can't move
  /// @param connected whether the hypervisor hears of it, without which nothing else here is
  ///   certain
  /// @param maintenance it takes no guests, and none runs on it
  /// @param occupied something runs on it that would be lost with it, shown here or not
  /// @param make what it is, as far as the hypervisor tells
  public record Host(
      MachineId id,
      String name,
      Optional<String> cluster,
      Resources capacity,
      Power power,
      boolean connected,
      boolean maintenance,
      boolean occupied,
      Make make) {
    /// One of which nothing is told.
    public Host(
        MachineId id,
        String name,
        Optional<String> cluster,
        Resources capacity,
        Power power,
        boolean connected,
        boolean maintenance,
        boolean occupied) {
      this(id, name, cluster, capacity, power, connected, maintenance, occupied, Make.UNTOLD);
    }

    public boolean inService() {
      return power == Power.ON && connected && !maintenance;
    }
  }

  /// A guest. One that is suspended is off: its host may go.
  ///
  /// @param on where it runs, or would
  /// @param pinned why it can't go to another host, if so
  public record Guest(
      MachineId id,
      String name,
      Optional<MachineId> on,
      Resources size,
      Power power,
      Optional<String> pinned) {}

  public Optional<Host> host(MachineId id) {
    return hosts.stream().filter(host -> host.id().equals(id)).findFirst();
  }

  public Optional<Guest> guest(MachineId id) {
    return guests.stream().filter(guest -> guest.id().equals(id)).findFirst();
  }

  /// Who else decides about what is decided here.
  public List<Conflict> conflicts() {
    return Conflict.in(this);
  }
}
