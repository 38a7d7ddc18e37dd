package dev.feierabend.core.planning.consolidation;

import dev.feierabend.core.planning.consolidation.Conditions.Moving;
import dev.feierabend.core.planning.consolidation.Conditions.Resting;
import dev.feierabend.core.planning.consolidation.Conditions.Safety;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/// Fleets with everything in them that a task can tell, from a seed.
final class GeneratedFleet {
  static final Instant AT = Instant.parse("2026-11-27T20:00:00Z");
  private static final List<String> ZONES = List.of("north", "south");

  private final Random random;
  private final boolean plain;
  private final List<Host> hosts = new ArrayList<>();

  /// @param plain without what only alarms are for, so that most are solvable
  private GeneratedFleet(long seed, boolean plain) {
    random = new Random(seed);
    this.plain = plain;
  }

  static Task of(long seed, int mostHosts, int mostGuests) {
    return new GeneratedFleet(seed, false).task(mostHosts, mostGuests);
  }

  static Task plain(long seed, int mostHosts, int mostGuests) {
    return new GeneratedFleet(seed, true).task(mostHosts, mostGuests);
  }

  static MachineId machine(int number) {
    return new MachineId(new UUID(0, number));
  }

  static GuestId guest(int number) {
    return new GuestId(new WorkloadId("guest/" + number), 0);
  }

  static Task shuffled(Task task, long seed) {
    return new Task(
        mixed(task.hosts(), seed),
        mixed(task.guests(), seed + 1),
        mixed(task.rules(), seed + 2),
        task.conditions());
  }

  private static <T> List<T> mixed(List<T> all, long seed) {
    var copy = new ArrayList<>(all);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  private Task task(int mostHosts, int mostGuests) {
    int many = 1 + random.nextInt(mostHosts);
    boolean declared = random.nextInt(3) == 0;
    IntStream.range(0, many).mapToObj(i -> host(i, declared)).forEach(hosts::add);
    int guests = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(mostGuests + 1);
    double share = 0.05 + random.nextDouble() * (plain ? 0.5 : 1.3);
    List<Guest> all =
        IntStream.range(0, guests)
            .mapToObj(i -> guest(i, Math.min(plain ? 0.3 : 0.5, share * many / guests)))
            .toList();
    List<Rule> rules =
        IntStream.range(0, guests > 2 ? random.nextInt(3) : 0).mapToObj(i -> rule(i, all)).toList();
    return new Task(hosts, all, rules, conditions());
  }

  private Host host(int number, boolean declared) {
    double cores = List.of(8, 16, 32).get(random.nextInt(3));
    double idle = 40 + random.nextInt(100);
    double peak = idle + random.nextInt(200);
    SortedMap<String, Double> further =
        declared
            ? new TreeMap<>(java.util.Map.of("ports", 4.0 + random.nextInt(8)))
            : new TreeMap<>();
    return new Host(
        machine(number),
        ZONES.get(random.nextInt(2)),
        new Sizes(cores, cores * (2 + random.nextInt(6)) * 1024, further),
        !plain && one(30) ? Optional.empty() : Optional.of(curve(idle, peak)),
        new Host.Switching(
            random.nextInt(12), Duration.ofSeconds(random.nextInt(600)), random.nextInt(300)),
        state());
  }

  private PowerCurve curve(double idle, double peak) {
    double bend = 0.5 + random.nextDouble() * 2;
    return new PowerCurve(
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> idle + (peak - idle) * Math.pow(i / 10.0, bend))
            .toList());
  }

  private Host.State state() {
    int chance = random.nextInt(20);
    if (chance < 4) {
      return new Host.Off(AT.minus(Duration.ofHours(random.nextInt(24 * 40))));
    }
    return chance == 4
        ? new Host.Kept("control plane")
        : chance == 5 && !plain ? new Host.Away("quarantined") : new Host.On();
  }

  private Guest guest(int number, double hostsEach) {
    double cores = 16 * hostsEach * random.nextDouble() * 2;
    double memory = 48 * 1024 * hostsEach * random.nextDouble() * 2;
    SortedMap<String, Double> further =
        one(4)
            ? new TreeMap<>(java.util.Map.of("ports", random.nextInt(3) * 1.0))
            : new TreeMap<>();
    Optional<MachineId> home = home();
    SortedSet<String> zones =
        one(8) ? new TreeSet<>(List.of(ZONES.get(random.nextInt(2)))) : new TreeSet<>();
    boolean pinned = home.isPresent() && one(12);
    return new Guest(
        guest(number),
        new Sizes(!plain && one(60) ? 100 : cores, memory, further),
        home,
        pinned,
        pinned ? new TreeSet<>() : zones);
  }

  private Optional<MachineId> home() {
    Host host = hosts.get(random.nextInt(hosts.size()));
    return host.state() instanceof Host.Off || one(6) ? Optional.empty() : Optional.of(host.id());
  }

  private Rule rule(int number, List<Guest> all) {
    var members = new TreeSet<GuestId>();
    int many = 2 + random.nextInt(2);
    while (members.size() < many) {
      members.add(all.get(random.nextInt(all.size())).id());
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Rule.Together("together-" + number, members);
      case 1 -> new Rule.Apart("zones-" + number, members, Rule.Within.ZONE);
      default -> new Rule.Apart("apart-" + number, members, Rule.Within.HOST);
    };
  }

  private Conditions conditions() {
    var moving =
        one(3)
            ? new Moving(1 + random.nextInt(6), random.nextInt(12), random.nextInt(3))
            : new Moving(Integer.MAX_VALUE, Integer.MAX_VALUE, random.nextInt(3));
    return new Conditions(
        AT,
        AT.plusSeconds(random.nextInt(10 * 3600)),
        new Safety(one(2) ? 1 : 0.8, random.nextInt(2)),
        moving,
        new Resting(Duration.ofMinutes(random.nextInt(60)), Duration.ofDays(30)),
        one(5) ? random.nextInt(60) : 100_000);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
