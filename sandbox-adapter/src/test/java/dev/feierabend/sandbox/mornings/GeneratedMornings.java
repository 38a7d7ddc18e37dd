package dev.feierabend.sandbox.mornings;

import dev.feierabend.core.waking.BootLaw;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A fleet drawn from a seed, and its nights one after the other. Its models boot by laws with
/// heavy tails, none as its document tells; nobody knows anything of them before the first night.
final class GeneratedMornings {
  static final Duration GUESTS = Duration.ofMinutes(5);

  /// One that never comes up.
  static final Duration NEVER = Duration.ofDays(1_000);

  private static final Instant EVENING = Instant.parse("2026-11-24T18:00:00Z");
  private static final double HANGS = 0.000_2;

  /// A host as it really is.
  private record Real(MachineId host, Electricity told, double seconds, BootLaw law) {}

  private final SplittableRandom random;
  private final List<Real> hosts = new ArrayList<>();
  private final Duration window;
  private final Duration lead;
  private final Waves waves;

  GeneratedMornings(long seed) {
    random = new SplittableRandom(seed);
    window = Duration.ofMinutes(random.nextInt(6 * 60, 12 * 60));
    lead = Duration.ofMinutes(random.nextInt(15, 46));
    int models = random.nextInt(1, 4);
    for (int model = 0; model < models; model++) {
      add(random.nextInt(2, 12));
    }
    waves = waves();
  }

  private void add(int count) {
    Duration boot = Duration.ofSeconds(random.nextInt(90, 420));
    double idle = random.nextInt(90, 260);
    var told = new Electricity(PowerCurve.between(idle, 2 * idle), 8, boot, 1.2 * idle);
    BootLaw law = law();
    double truth = random.nextDouble(0.7, 1.6) * boot.toSeconds();
    for (int i = 0; i < count; i++) {
      var id = MachineId.of("00000000-0000-0000-0000-%012d".formatted(hosts.size()));
      hosts.add(new Real(id, told, truth * Math.exp(0.1 * random.nextGaussian()), law));
    }
  }

  private BootLaw law() {
    return switch (random.nextInt(4)) {
      case 0 -> BootLaw.logNormal(random.nextDouble(0.05, 0.5));
      case 1 -> BootLaw.pareto(random.nextDouble(2.5, 6));
      case 2 -> BootLaw.withRare(random.nextDouble(0.05, 0.3), random.nextDouble(0.0005, 0.005));
      default -> BootLaw.withRare(random.nextDouble(0.05, 0.3), random.nextDouble(0.005, 0.03));
    };
  }

  /// Half of the fleets have racks with limits of their own.
  private Waves waves() {
    if (random.nextBoolean()) {
      return Waves.of(10);
    }
    var bounds = new TreeMap<MachineId, List<String>>();
    hosts.forEach(host -> bounds.put(host.host(), List.of("rack/" + bounds.size() / 8, "feed")));
    var most = new TreeMap<>(Map.of("", 10, "feed", random.nextInt(4, 13)));
    int perRack = random.nextInt(2, 9);
    bounds.values().forEach(names -> most.put(names.getFirst(), perRack));
    return new Waves(bounds, most);
  }

  Fleet fleet() {
    var told = new TreeMap<MachineId, Electricity>();
    hosts.forEach(host -> told.put(host.host(), host.told()));
    return new Fleet(told, window, lead, waves);
  }

  /// What the planner knows of it.
  record Fleet(
      SortedMap<MachineId, Electricity> hosts, Duration window, Duration lead, Waves waves) {}

  /// The `number`-th night, with what every host takes in it.
  Morning next(int number) {
    Instant since = EVENING.plus(Duration.ofDays(number)).plusSeconds(random.nextInt(300));
    var boots = new TreeMap<MachineId, Duration>();
    for (Real host : hosts) {
      double seconds = host.seconds() * host.law().draw(random);
      boots.put(
          host.host(),
          random.nextDouble() < HANGS ? NEVER : Duration.ofSeconds((long) Math.ceil(seconds)));
    }
    Instant readyBy = since.plus(window);
    return new Morning(since, readyBy.minus(lead), readyBy.minus(GUESTS), boots);
  }

  /// One night.
  ///
  /// @param needed by when hosts have to serve, so that their guests are back in time
  /// @param boots what each host takes
  record Morning(
      Instant since, Instant wakeAt, Instant needed, SortedMap<MachineId, Duration> boots) {}
}
