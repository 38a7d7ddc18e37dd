package dev.feierabend.bench.plan;

import dev.feierabend.core.planning.consolidation.Conditions;
import dev.feierabend.core.planning.consolidation.Conditions.Moving;
import dev.feierabend.core.planning.consolidation.Conditions.Resting;
import dev.feierabend.core.planning.consolidation.Conditions.Safety;
import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.GuestId;
import dev.feierabend.core.planning.consolidation.Host;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.core.planning.consolidation.Plan.HostAim;
import dev.feierabend.core.planning.consolidation.Plan.Move;
import dev.feierabend.core.planning.consolidation.Sizes;
import dev.feierabend.core.planning.consolidation.Task;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Fleets of three kinds of hosts, fifteen guests a host, 30 % of the cores in use: processors
/// bind, memory doesn't, and sizes vary by the hundredfold (log-normal).
final class LargeFleet {
  private static final Instant AT = Instant.parse("2026-11-27T20:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-28T05:30:00Z");
  private static final double USE = 0.3;

  private record Model(int cores, int gibibytes, PowerCurve curve) {}

  /// Straight curves, so that nothing is gained by leaving a host half empty.
  private static final List<Model> MODELS =
      List.of(
          new Model(32, 256, PowerCurve.between(160, 320)),
          new Model(48, 384, PowerCurve.between(120, 360)),
          new Model(64, 512, PowerCurve.between(110, 440)));

  private static final double MEAN_CORES = (32 + 48 + 64) / 3.0;

  private final Random random;

  private LargeFleet(long seed) {
    random = new Random(seed);
  }

  /// @param running everybody has a home, spread over all hosts; else nobody runs yet
  static Task of(int hosts, int guests, boolean running, long seed) {
    return new LargeFleet(seed).task(hosts, guests, running);
  }

  private Task task(int hosts, int guests, boolean running) {
    List<Host> all = IntStream.range(0, hosts).mapToObj(LargeFleet::host).toList();
    double mean = USE * MEAN_CORES * hosts / guests;
    List<Guest> most =
        IntStream.range(0, guests)
            .mapToObj(
                i -> guest(i, mean, running ? Optional.of(machine(i % hosts)) : Optional.empty()))
            .toList();
    return new Task(all, most, List.of(), conditions(8L * guests));
  }

  private static Conditions conditions(long candidates) {
    return new Conditions(
        AT,
        UNTIL,
        new Safety(0.9, 1),
        new Moving(Integer.MAX_VALUE, Integer.MAX_VALUE, 0.5),
        new Resting(Duration.ofMinutes(30), Duration.ofDays(30)),
        candidates);
  }

  private static MachineId machine(int number) {
    return new MachineId(new UUID(7, number));
  }

  private static Host host(int number) {
    Model model = MODELS.get(number % MODELS.size());
    return new Host(
        machine(number),
        "hall",
        Sizes.of(model.cores(), model.gibibytes() * 1024.0),
        Optional.of(model.curve()),
        new Host.Switching(8, Duration.ofMinutes(4), 200),
        new Host.On());
  }

  private Guest guest(int number, double mean, Optional<MachineId> home) {
    double cores = Math.min(24, mean * Math.exp(random.nextGaussian() - 0.5));
    double memory = 1024 * (0.5 + 3 * cores * random.nextDouble());
    var id = new GuestId(new WorkloadId("guest/%07d".formatted(number)), 0);
    return new Guest(id, Sizes.of(cores, memory), home);
  }

  /// The fleet once `plan` was carried out, and one guest in a hundred then needs another peak.
  static Task afterwards(Task task, Plan plan, long seed) {
    var random = new Random(seed);
    Map<GuestId, MachineId> at = new HashMap<>();
    for (Move move : plan.moves()) {
      at.put(move.guest(), move.to());
    }
    var guests = new ArrayList<Guest>();
    for (Guest guest : task.guests()) {
      Optional<MachineId> home = Optional.ofNullable(at.get(guest.id())).or(guest::home);
      double factor = random.nextInt(100) == 0 ? 0.5 + random.nextDouble() : 1;
      Sizes peak = Sizes.of(guest.peak().cores() * factor, guest.peak().memoryMiB());
      guests.add(new Guest(guest.id(), peak, home));
    }
    var hosts = new ArrayList<Host>();
    for (int i = 0; i < task.hosts().size(); i++) {
      Host host = task.hosts().get(i);
      HostAim aim = plan.hosts().get(i);
      Host.State state = aim.on() ? new Host.On() : new Host.Off(AT.minusSeconds(3600));
      hosts.add(
          new Host(host.id(), host.zone(), host.capacity(), host.curve(), host.switching(), state));
    }
    return new Task(hosts, guests, List.of(), task.conditions());
  }
}
