package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Four hosts of 16 cores, of which 80 % may be planned, each with a guest that sleeps until five
/// and two small ones that don't; as a test changes them.
final class FourHosts {
  static final Instant FIVE = AT.plus(Duration.ofHours(9));
  static final Rules ONE_ON = new Rules(1, 0, 0.8, Duration.ofMinutes(5));

  final List<Host> hosts = hosts(4, Power.ON);
  final List<Workload> large = new ArrayList<>();
  final List<Workload> small = new ArrayList<>();

  FourHosts() {
    for (int host = 0; host < 4; host++) {
      large.add(guest(host, host, new Resources(8, 1024)));
      small.add(guest(10 + 2 * host, host, new Resources(1, 2048)));
      small.add(guest(11 + 2 * host, host, new Resources(1, 2048)));
    }
  }

  PowerPlan plan(Guards guards) {
    return plan(guards, Demands.UNKNOWN);
  }

  PowerPlan plan(Guards guards, Demands demands) {
    var world = of(guards);
    return PowerPlanner.plan(world.fleet(), world.released(), demands, guards, AT);
  }

  PowerPlan planAt(Instant at, Guards guards) {
    var world = of(guards);
    var rules = new Rules(1, 0, 0.8, Duration.ofDays(1));
    return PowerPlanner.plan(
        world.fleet(),
        world.released(),
        Demands.UNKNOWN,
        guards.with(rules, guards.standing()),
        at);
  }

  /// As it is now.
  PlannedWorld of(Guards guards) {
    var all = new ArrayList<>(large);
    all.addAll(small);
    return PlannedWorld.of(hosts, all, large, guards);
  }

  static Guards standing(PowerPlan plan) {
    return Guards.of(ONE_ON).with(ONE_ON, Optional.of(plan));
  }

  static Guards guards(SortedMap<MachineId, Instant> offSince, Optional<PowerPlan> standing) {
    return new Guards(
        ONE_ON,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Set.of(),
        offSince,
        new TreeSet<>(),
        Supervision.NONE,
        standing);
  }

  static Guards switching(MachineId host) {
    return new Guards(
        ONE_ON,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Set.of(),
        new TreeMap<>(),
        new TreeSet<>(Set.of(host)),
        Supervision.NONE,
        Optional.empty());
  }

  static Host unready(int number) {
    Host host = PlannedWorld.host(number, Power.ON);
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        host.energy(),
        host.power(),
        false,
        host.cordoned(),
        host.protection(),
        host.occupied(),
        host.seen());
  }

  static List<HostAim> on(PowerPlan plan) {
    return plan.hosts().stream().filter(HostAim::on).toList();
  }

  static Workload on(Workload guest, MachineId host) {
    return guest(guest, guest.size(), List.of(host));
  }

  private static List<Host> hosts(int count, Power power) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(host -> PlannedWorld.host(host, power)).toList());
  }

  private static Workload guest(int number, int host, Resources size) {
    Workload any = PlannedWorld.guest(number, host, new SplittableRandom(1));
    return guest(any, size, any.on());
  }

  private static Workload guest(Workload any, Resources size, List<MachineId> on) {
    return new Workload(
        any.id(),
        any.name(),
        any.pool(),
        any.tenant(),
        size,
        1,
        1,
        on,
        FleetPort.Mobility.MIGRATED,
        Map.of(),
        Optional.empty(),
        AT);
  }
}
