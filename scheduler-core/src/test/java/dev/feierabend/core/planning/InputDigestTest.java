package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.TENANT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Held;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputDigestTest {
  private static final long SEED = 20261128;
  private static final int WORLDS = 100;

  /// More values of a kind than are kept while one digest is made.
  private static final int MANY = 5_000;

  private static final AgreementId AGREEMENT = AgreementId.of(TENANT, "rathaus");

  /// Journals hold these digests: who decides the same from the same in years must come to them.
  /// They change with what is an input, as when consolidation's budget became one, and else never.
  @Test
  void equalInputsGiveTheDigestThatTheyAlwaysGave() {
    assertThat(
            IntStream.rangeClosed(1, 3)
                .mapToObj(seed -> PlannedWorld.generated(seed).plan().inputs()))
        .containsExactly(
            "06f8b6ebb88bee1b2c8718667426c5783bafc56281263cb147e6e9d79c2b4669",
            "8432940848c02e800cd3aa73bad7f34ab484b2a850076b4d7e1e167dcf4afe33",
            "98d1b83570f00ea786253c93e7c48747377f089b592efce49956e66bf15880ae");
    assertThat(digest(world(new SplittableRandom(1), 3)))
        .isEqualTo("a172166e51b756a236774528d7c59078b936972ac7166e2de13d811d9600a614");
    assertThat(InputDigest.hex(List.of("Käse", "→")))
        .isEqualTo("93e812a7c98b5d7e3dd243ef84cdec4fe3897c4c6edce8f1e66f6dfadd89f4fa");
  }

  @Test
  void digestedIsWhatTheInputsPrint() throws Exception {
    System.out.printf("Seeds %d to %d%n", SEED, SEED + WORLDS - 1);
    for (long seed = SEED; seed < SEED + WORLDS; seed++) {
      var random = new SplittableRandom(seed);
      World world = world(random, random.nextInt(20));
      assertThat(digest(world)).as("seed %d", seed).isEqualTo(sha256(printed(world)));
    }
  }

  @Test
  void soAreMoreDifferentValuesThanAreKept() throws Exception {
    World world = world(new SplittableRandom(SEED), MANY);
    assertThat(digest(world)).isEqualTo(sha256(printed(world)));
  }

  private record World(
      Snapshot fleet, TreeMap<WorkloadId, Sleeper> released, Demands demands, Guards guards) {}

  private static String digest(World world) {
    return InputDigest.of(world.fleet(), world.released(), world.demands(), world.guards(), AT);
  }

  private static String printed(World world) {
    Snapshot fleet = world.fleet();
    return "Snapshot[at=%s, hosts=%s, workloads=%s]\n%s\nDemands[peaks=%s]\n%s\n%s"
        .formatted(
            fleet.at(),
            fleet.hosts(),
            fleet.workloads(),
            world.released(),
            world.demands().peaks(),
            world.guards().canonical(),
            AT);
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  /// With something in every place that can be empty.
  private static World world(RandomGenerator random, int size) {
    List<Host> hosts = IntStream.range(0, size).mapToObj(i -> host(i, random)).toList();
    List<Workload> workloads = IntStream.range(0, size).mapToObj(i -> workload(i, random)).toList();
    var released = new TreeMap<WorkloadId, Sleeper>();
    var peaks = new TreeMap<WorkloadId, Resources>();
    for (Workload workload : workloads) {
      if (random.nextBoolean()) {
        released.put(workload.id(), sleeper(workload, random));
        peaks.put(workload.id(), new Resources(random.nextDouble(), 512));
      }
    }
    return new World(
        new Snapshot(AT, hosts, workloads), released, new Demands(peaks), guards(workloads));
  }

  private static Host host(int number, RandomGenerator random) {
    Optional<Reason.Protection> protection =
        random.nextBoolean() ? Optional.empty() : Optional.of(new Reason.OwnHost("pod-" + number));
    return new Host(
        machine(number),
        random.nextBoolean() ? "host-" + number : "Kölner Straße " + number,
        new PoolId("hosts"),
        new Resources(16 * random.nextInt(1, 4), 128 * 1024),
        new Energy(
            PowerCurve.between(100 + random.nextInt(4), 250), 8.5, Duration.ofMinutes(4), 180),
        Power.values()[random.nextInt(3)],
        random.nextBoolean(),
        random.nextBoolean(),
        protection,
        random.nextBoolean(),
        AT.minusSeconds(random.nextInt(100)));
  }

  private static Workload workload(int number, RandomGenerator random) {
    var field = new Original.Field("/spec/suspend", Optional.of("false"));
    var original = new Original(3, Optional.of("uid-" + number), List.of(field));
    var setter = new Setter("Argo CD", true, Optional.of("Application shop"), Optional.empty());
    boolean asleep = random.nextBoolean();
    return new Workload(
        new WorkloadId("deployment/shop/web-%05d".formatted(number)),
        "web-" + number,
        new PoolId("shop"),
        TENANT,
        new Resources(random.nextInt(1, 5) / 4.0, 512),
        asleep ? 0 : 3,
        random.nextInt(3),
        asleep ? List.of() : List.of(machine(number), machine(number + 1)),
        Mobility.values()[random.nextInt(3)],
        random.nextBoolean() ? Map.of() : Map.of("tier", "→ " + number, "app", "web"),
        asleep ? Optional.of(new Restore(original, 1)) : Optional.empty(),
        original,
        random.nextInt(2),
        AT.minusSeconds(random.nextInt(100)),
        random.nextBoolean() ? Trace.NONE : new Trace(Optional.of("a"), Optional.of(setter), true));
  }

  private static Sleeper sleeper(Workload workload, RandomGenerator random) {
    var wakeAt = AT.plus(Duration.ofHours(8));
    var window = new Window(AT, wakeAt, wakeAt.plusSeconds(random.nextInt(3)));
    var reason = new Reason.Released(AGREEMENT, "d1gest", "Mon 20:00 → Tue 06:00", wakeAt);
    return new Sleeper(
        workload.id(),
        TENANT,
        workload.pool(),
        AGREEMENT,
        "d1gest",
        window,
        random.nextInt(2),
        random.nextBoolean() ? reason : new Reason.ReleasedAbove(reason, 1));
  }

  private static Guards guards(List<Workload> workloads) {
    var notYet = new TreeMap<WorkloadId, Reason.Staged>();
    workloads.forEach(workload -> notYet.put(workload.id(), new Reason.Staged(10, AT)));
    var busy = new TreeMap<WorkloadId, Reason>();
    busy.put(new WorkloadId("guest/a"), new Reason.Surge(new PoolId("shop"), 70, 50, 30));
    return new Guards(
        Rules.CAUTIOUS,
        new TreeMap<>(Map.of(machine(0), "it didn't boot")),
        new TreeMap<>(Map.of(machine(1), new Held("it was late", AT))),
        new TreeMap<>(Map.of("guest/b", AT)),
        notYet,
        busy,
        Set.of(Owner.of(TENANT), Owner.OPERATOR),
        Optional.of(PlannedWorld.generated(1).plan()));
  }
}
