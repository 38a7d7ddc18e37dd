package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.FourHosts.ONE_ON;
import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Places;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What owners require of where their workloads are, as the service's planner heeds it.
class QuartersTest {
  private static final long SEED = 20261129;
  private static final int NIGHTS = 300;
  private static final Placement ONE_A_HOST = Placement.ANYWHERE.atMost(1);

  private final FourHosts world = new FourHosts();
  private final TreeMap<WorkloadId, Placement> placements = new TreeMap<>();

  @BeforeEach
  void nothingElseStaysAwake() {
    world.small.clear();
  }

  @Test
  void whereReplicasMustBeApartAsManyHostsStayOnAndSaySo() {
    Workload web = awake("web", 2, 0, 1);
    assertThat(on(plan())).hasSize(1);

    placements.put(web.id(), ONE_A_HOST);

    assertThat(on(plan())).hasSize(2);
    assertThat(reasons(plan())).containsOnly(new Reason.KeptApart(web.id()));
  }

  @Test
  void soManyMayShareAHostAsItsOwnerAllows() {
    Workload web = awake("web", 4, 0, 1, 2, 3);

    placements.put(web.id(), Placement.ANYWHERE.atMost(2));
    assertThat(on(plan())).hasSize(2);

    placements.put(web.id(), Placement.ANYWHERE.atMost(4));
    assertThat(on(plan())).hasSize(1);
  }

  @Test
  void theOnlyHostThatAWorkloadMayRunOnStaysOnAndSaysSo() {
    Workload web = awake("web", 1, 3);
    awake("mail", 1, 0);

    placements.put(web.id(), Placement.ANYWHERE.on(Set.of(machine(3))));

    assertThat(on(plan())).containsExactly(machine(3));
    assertThat(reasons(plan())).containsOnly(new Reason.BoundTo(web.id()));
  }

  @Test
  void whatMayRunOnSeveralHostsLeavesOneOfThemOn() {
    Workload web = awake("web", 1, 3);
    placements.put(web.id(), Placement.ANYWHERE.on(Set.of(machine(1), machine(3))));

    assertThat(on(plan())).hasSize(1).isSubsetOf(machine(1), machine(3));
  }

  @Test
  void workloadsThatMustBeApartAreWhicheverOfThemSaysSo() {
    Workload web = awake("web", 1, 0);
    Workload mail = awake("mail", 1, 1);

    placements.put(mail.id(), Placement.ANYWHERE.apartFrom(Set.of(web.id())));

    assertThat(on(plan())).hasSize(2);
    assertThat(reasons(plan()))
        .contains(new Reason.KeptApart(web.id()), new Reason.KeptApart(mail.id()));
  }

  @Test
  void whatIsPlannedToSleepKeepsNobodyAway() {
    Workload web = awake("web", 1, 0);
    placements.put(
        web.id(), Placement.ANYWHERE.apartFrom(Set.of(world.large.get(1).id(), web.id())));

    assertThat(on(plan())).hasSize(1);
  }

  @Test
  void aReplicaThatRunsNowhereHasTheHostSwitchedOnThatItMayRunOn() {
    world.hosts.set(2, PlannedWorld.host(2, Power.OFF));
    world.large.remove(2);
    Workload web = awake("web", 1);
    awake("mail", 1, 0);

    placements.put(web.id(), Placement.ANYWHERE.on(Set.of(machine(2))));

    assertThat(on(plan())).contains(machine(2));
  }

  @Test
  void whoCouldRunNowhereIfEverythingWereOnKeepsNothingOn() {
    Workload web = awake("web", 3, 0, 1);
    Workload mail = awake("mail", 1);
    placements.put(web.id(), ONE_A_HOST.on(Set.of(machine(0), machine(1))));
    placements.put(mail.id(), Placement.ANYWHERE.on(Set.of()));

    assertThat(on(plan())).containsExactlyInAnyOrder(machine(0), machine(1));
  }

  @Test
  void whatRunsOtherwiseThanRequiredStaysWhereItIs() {
    world.hosts.set(3, PlannedWorld.host(3, Power.OFF));
    world.large.remove(3);
    Workload web = awake("web", 2, 1, 1);
    Workload mail = awake("mail", 1, 1);
    placements.put(web.id(), ONE_A_HOST);
    placements.put(
        mail.id(), Placement.ANYWHERE.apartFrom(Set.of(web.id())).on(Set.of(machine(2))));

    assertThat(on(plan())).containsExactly(machine(1));
    assertThat(reasons(plan())).hasSize(1).first().isInstanceOf(Reason.KeptApart.class);
  }

  @Test
  void whatCannotBePlannedWithKeepsTheHostOnAndNamesIt() {
    Workload web = workload("web", 1, Mobility.PINNED, 2);
    world.small.add(web);
    placements.put(web.id(), Placement.ANYWHERE.untold("podAffinity"));

    assertThat(on(plan())).containsExactly(machine(2));
    assertThat(reasons(plan())).containsOnly(new Reason.UntoldPlace(web.id(), "podAffinity"));
  }

  @Test
  void whereItIsRequiredTheDigestOfTheInputsTellsIt() {
    Workload web = awake("web", 2, 0, 1);
    String before = plan().inputs();

    placements.put(web.id(), ONE_A_HOST);
    String apart = plan().inputs();
    placements.put(web.id(), ONE_A_HOST.on(Set.of(machine(0), machine(1))));

    assertThat(Set.of(before, apart, plan().inputs())).hasSize(3);
    assertThat(plan().inputs()).isEqualTo(plan().inputs());
  }

  @Test
  void aPlaceOfSeveralKnowsWhatIsRequiredThere() {
    Workload web = awake("web", 2, 0, 1);
    placements.put(web.id(), ONE_A_HOST);
    var seen = world.of(Guards.of(ONE_ON)).fleet();
    var places = new Places(Map.of(web.pool(), "west", new PoolId("hosts"), "west"), Set.of());
    var fleet =
        new Snapshot(AT, seen.hosts(), seen.workloads(), places).placed(new TreeMap<>(placements));

    assertThat(Part.of(fleet))
        .singleElement()
        .satisfies(part -> assertThat(part.fleet().placements()).isEqualTo(placements));
  }

  @Test
  void everyNightWhatIsAwakeCanBeWhereItIsRequired() {
    System.out.printf("Seeds %d to %d%n", SEED, SEED + NIGHTS - 1);
    for (long seed = SEED; seed < SEED + NIGHTS; seed++) {
      var random = new SplittableRandom(seed);
      world.small.clear();
      placements.clear();
      for (int number = 0; number < random.nextInt(1, 6); number++) {
        drawn(number, random);
      }
      Set<MachineId> on = on(plan());
      for (Workload workload : world.small) {
        Placement placement = placements.get(workload.id());
        long places = on.stream().filter(placement::admits).count() * placement.most();
        assertThat(places)
            .as("seed %d, %s", seed, workload.id())
            .isGreaterThanOrEqualTo(workload.replicas());
      }
    }
  }

  private void drawn(int number, SplittableRandom random) {
    var hosts = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(hosts, new Random(random.nextLong()));
    var may = hosts.subList(0, random.nextInt(1, 5));
    int replicas = random.nextInt(1, may.size() + 1);
    Workload workload =
        awake("w" + number, replicas, may.stream().limit(replicas).mapToInt(it -> it).toArray());
    var machines = new TreeSet<MachineId>();
    may.forEach(host -> machines.add(machine(host)));
    placements.put(workload.id(), ONE_A_HOST.on(machines));
  }

  private PowerPlan plan() {
    Guards guards = Guards.of(ONE_ON);
    PlannedWorld all = world.of(guards);
    return PowerPlanner.plan(
        all.fleet().placed(placements), all.released(), Demands.UNKNOWN, guards, AT);
  }

  private Workload awake(String name, int replicas, int... on) {
    Workload workload = workload(name, replicas, Mobility.RESCHEDULED, on);
    world.small.add(workload);
    return workload;
  }

  private static Workload workload(String name, int replicas, Mobility mobility, int... on) {
    return new Workload(
        new WorkloadId("deployment/shop/" + name),
        name,
        new PoolId("shop"),
        PlannedWorld.TENANT,
        new Resources(0.25, 512),
        replicas,
        on.length,
        IntStream.of(on).mapToObj(PlannedWorld::machine).toList(),
        mobility,
        Map.of(),
        Optional.empty(),
        AT);
  }

  private static Set<MachineId> on(PowerPlan plan) {
    var on = new TreeSet<MachineId>();
    plan.hosts().stream().filter(HostAim::on).forEach(aim -> on.add(aim.host()));
    return on;
  }

  private static List<Reason> reasons(PowerPlan plan) {
    return plan.hosts().stream().filter(HostAim::on).map(HostAim::reason).toList();
  }
}
