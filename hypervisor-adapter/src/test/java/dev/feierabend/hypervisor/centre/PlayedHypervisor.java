package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Habit;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A hypervisor of which everything can be set, and that notes what it was asked for. It switches
/// its hosts itself, too.
final class PlayedHypervisor implements HypervisorPort, PowerController {
  static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");

  final Map<MachineId, Inventory.Host> hosts = new TreeMap<>();
  final Map<MachineId, Inventory.Guest> guests = new TreeMap<>();
  final Set<Habit> habits = EnumSet.noneOf(Habit.class);
  final Set<Capability> capabilities = EnumSet.allOf(Capability.class);
  final List<String> asked = new ArrayList<>();
  final Map<MachineId, Answer> moves = new HashMap<>();
  final List<Sample> samples = new ArrayList<>();
  Instant at = NOW;
  boolean away;

  /// Happens at every look.
  Runnable looking = () -> {};

  void host(MachineId id, long memoryMiB) {
    hosts.put(
        id,
        new Inventory.Host(
            id,
            "host-" + last(id),
            Optional.of("hall"),
            new Resources(16, memoryMiB),
            Power.ON,
            true,
            false,
            false));
  }

  void guest(MachineId id, MachineId on, Power power) {
    guests.put(
        id,
        new Inventory.Guest(
            id,
            "vm-" + last(id),
            Optional.of(on),
            new Resources(2, 8 * 1024L),
            power,
            Optional.empty()));
  }

  private static String last(MachineId id) {
    return id.toString().substring(34);
  }

  void become(MachineId id, Power power, boolean connected, boolean maintenance) {
    Inventory.Host was = hosts.get(id);
    hosts.put(
        id,
        new Inventory.Host(
            id,
            was.name(),
            was.cluster(),
            was.capacity(),
            power,
            connected,
            maintenance,
            was.occupied()));
  }

  @Override
  public Set<Capability> capabilities() {
    return Collections.unmodifiableSet(capabilities);
  }

  @Override
  public Sight look() {
    looking.run();
    return away
        ? new Sight.Unseen("it is away", Optional.empty())
        : new Sight.Seen(
            new Inventory(
                at,
                List.of(new Inventory.Cluster("hall", habits)),
                hosts.values().stream().map(this::withGuests).toList(),
                List.copyOf(guests.values()),
                new TreeSet<>()));
  }

  void become(MachineId id, Make make) {
    Inventory.Host was = hosts.get(id);
    hosts.put(
        id,
        new Inventory.Host(
            id,
            was.name(),
            was.cluster(),
            was.capacity(),
            was.power(),
            was.connected(),
            was.maintenance(),
            was.occupied(),
            make));
  }

  private Inventory.Host withGuests(Inventory.Host host) {
    boolean occupied = running().anyMatch(guest -> guest.on().equals(Optional.of(host.id())));
    return new Inventory.Host(
        host.id(),
        host.name(),
        host.cluster(),
        host.capacity(),
        host.power(),
        host.connected(),
        host.maintenance(),
        occupied,
        host.make());
  }

  private Stream<Inventory.Guest> running() {
    return guests.values().stream().filter(guest -> guest.power() != Power.OFF);
  }

  @Override
  public List<Sample> usage(Instant from, Instant to) {
    return List.copyOf(samples);
  }

  @Override
  public Answer migrate(MachineId guest, MachineId to) {
    asked.add("move %s to %s".formatted(last(guest), last(to)));
    Answer answer = moves.getOrDefault(guest, Answer.DONE);
    if (answer instanceof Answer.Done) {
      guest(guest, to, guests.get(guest).power());
    }
    return answer;
  }

  @Override
  public Answer enterMaintenance(MachineId host) {
    asked.add("maintenance of " + last(host));
    become(host, Power.ON, true, true);
    return Answer.DONE;
  }

  @Override
  public Answer leaveMaintenance(MachineId host) {
    asked.add("service of " + last(host));
    become(host, Power.ON, true, false);
    return Answer.DONE;
  }

  @Override
  public Answer start(MachineId guest) {
    asked.add("start " + last(guest));
    guest(guest, guests.get(guest).on().orElseThrow(), Power.ON);
    return Answer.DONE;
  }

  @Override
  public Answer shutDown(MachineId guest, Patience patience) {
    asked.add("shutdown %s %s".formatted(last(guest), patience.afterwards()));
    guest(guest, guests.get(guest).on().orElseThrow(), Power.OFF);
    return Answer.DONE;
  }

  @Override
  public Power state(MachineId machine) {
    return hosts.get(machine).power();
  }

  @Override
  public Answer on(MachineId machine) {
    asked.add("on " + last(machine));
    return Answer.DONE;
  }

  @Override
  public Answer softOff(MachineId machine) {
    asked.add("off " + last(machine));
    return Answer.DONE;
  }
}
