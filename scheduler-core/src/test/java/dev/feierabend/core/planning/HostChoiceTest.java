package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Consolidation as the service's planner asks it: hosts of 16 cores, of which 80 % may be planned,
/// each with a guest that sleeps until five and two small ones that don't.
class HostChoiceTest {
  private static final Instant FIVE = AT.plus(Duration.ofHours(9));
  private static final Rules ONE_ON = new Rules(1, 0, 0.8, Duration.ofMinutes(5));

  private final List<Host> hosts = hosts(4, Power.ON);
  private final List<Workload> large = new ArrayList<>();
  private final List<Workload> small = new ArrayList<>();

  HostChoiceTest() {
    for (int host = 0; host < 4; host++) {
      large.add(guest(host, host, new Resources(8, 1024)));
      small.add(guest(10 + 2 * host, host, new Resources(1, 2048)));
      small.add(guest(11 + 2 * host, host, new Resources(1, 2048)));
    }
  }

  @Test
  void aHostThatGoesSaysWhereItsGuestsFitUntilWhenAndHowMuchIsLeft() {
    PowerPlan plan = plan(Guards.of(ONE_ON));

    assertThat(plan.hostsOff()).hasSize(3);
    MachineId carrier = on(plan).getFirst().host();
    assertThat(plan.hosts().stream().filter(aim -> !aim.on()).map(HostAim::reason))
        .containsOnly(new Reason.Vacated(2, List.of(carrier), FIVE, 37));
    assertThat(plan.moves()).hasSize(6).allMatch(move -> move.to().equals(carrier));
    assertThat(plan.least()).contains(1);
  }

  @Test
  void whatConsolidationWouldLetGoBeyondTheReleasedShareStaysAndTheBoundSaysThatToo() {
    large.removeLast();
    large.removeLast();
    PowerPlan plan = plan(Guards.of(ONE_ON));

    assertThat(on(plan)).hasSize(2);
    assertThat(on(plan).stream().map(HostAim::reason)).contains(new Reason.ShareNotReleased(67));
    assertThat(plan.least()).contains(2);
  }

  @Test
  void withAReserveTheLossOfAHostCanBeBorne() {
    PowerPlan plan = plan(Guards.of(new Rules(1, 1, 0.8, Duration.ofMinutes(5))));

    assertThat(on(plan)).hasSize(2).extracting(HostAim::reason).containsOnly(new Reason.Reserve(1));
    assertThat(plan.least()).contains(2);
  }

  @Test
  void whileTheSameSleepHostsComeOnOnlyWhereTheyAreNeededAndNoneGoes() {
    PowerPlan before = plan(Guards.of(ONE_ON));
    assertThat(plan(standing(before)).sameAims(before)).isTrue();

    var more = new TreeMap<>(Map.of(small.getFirst().id(), new Resources(12, 1024)));
    PowerPlan later = plan(standing(before), new Demands(more));
    assertThat(later.hostsOff()).hasSize(2).isSubsetOf(before.hostsOff());
    assertThat(later.least()).contains(2);

    assertThat(plan(standing(later)).hostsOff()).isEqualTo(later.hostsOff());
    assertThat(plan(standing(later)).aimOf(on(later).getFirst().host()))
        .contains(on(later).getFirst());
  }

  /// It may be on its way, and what is begun isn't given up for a window that is passing by.
  @Test
  void whoGoesByThePlanInForceGoesAsLongAsThatPays() {
    PowerPlan plan = plan(Guards.of(ONE_ON));

    assertThat(planAt(FIVE.minus(Duration.ofMinutes(20)), standing(plan)).hostsOff())
        .isEqualTo(plan.hostsOff());
    assertThat(planAt(FIVE.minus(Duration.ofMinutes(2)), standing(plan)).hostsOff()).isEmpty();
  }

  @Test
  void whoJoinsWhileTheSameSleepStaysOnUntilAnotherPlanIsMade() {
    PowerPlan before = plan(Guards.of(ONE_ON));
    hosts.add(PlannedWorld.host(4, Power.ON));

    PowerPlan later = plan(standing(before));

    assertThat(later.hostsOff()).isEqualTo(before.hostsOff());
    assertThat(later.aimOf(machine(4)))
        .contains(new HostAim(machine(4), true, new Reason.Newcomer()));
    assertThat(plan(Guards.of(ONE_ON)).hostsOff()).hasSize(4);
  }

  /// Room was made for one that had grown; then its host comes on for another, and nothing but the
  /// plan in force holds the one that came on first.
  @Test
  void whoIsHeldSaysWhatHoldsItNowOrThatNothingElseDoes() {
    var grown = new Demands(new TreeMap<>(Map.of(small.getFirst().id(), new Resources(12, 1024))));
    PowerPlan plan = plan(standing(plan(Guards.of(ONE_ON))), grown);
    assertThat(on(plan)).hasSize(2).noneMatch(aim -> aim.reason() instanceof Reason.Settled);
    hosts.add(PlannedWorld.host(4, Power.ON));

    PowerPlan later = plan(standing(plan));

    assertThat(on(later)).hasSize(3);
    assertThat(on(later).stream().map(HostAim::reason))
        .hasAtLeastOneElementOfType(Reason.NeededFor.class)
        .contains(new Reason.Settled(), new Reason.Newcomer());
  }

  @Test
  void whoGoesStillTellsTheEndOfTheWindowThatThereIsNow() {
    PowerPlan before = plan(Guards.of(ONE_ON));
    var all = new ArrayList<>(large);
    all.addAll(small);
    var world = PlannedWorld.of(hosts, all, large, standing(before));
    Instant four = FIVE.minus(Duration.ofHours(1));
    var sooner = new TreeMap<>(world.released());
    sooner.replaceAll((_, sleeper) -> waking(sleeper, four));

    PowerPlan later =
        PowerPlanner.plan(world.fleet(), sooner, Demands.UNKNOWN, standing(before), AT);

    assertThat(later.hosts().stream().filter(aim -> !aim.on()).map(HostAim::reason))
        .hasSize(3)
        .allMatch(reason ->
            reason instanceof Reason.Vacated(var guests, _, var until, _)
                && guests == 2
                && until.equals(four));
  }

  /// A drain is asked for with the moves of its time: were others sent into that room meanwhile,
  /// neither could arrive.
  @Test
  void whoIsOnItsWayCountsAsBeingThere() {
    PowerPlan plan = plan(Guards.of(ONE_ON));
    Move first = plan.moves().getFirst();
    small.replaceAll(guest -> guest.id().equals(first.workload()) ? on(guest, first.to()) : guest);

    PowerPlan later = plan(standing(plan));

    assertThat(later.moves())
        .containsExactlyElementsOf(plan.moves().subList(1, plan.moves().size()));
    assertThat(later.hosts()).isEqualTo(plan.hosts());
  }

  @Test
  void whereNotEverythingHasRoomEverythingIsOnAndWhatLacksIsSaid() {
    var vast = new TreeMap<>(Map.of(small.getFirst().id(), new Resources(12, 1024)));
    small.subList(1, 8).forEach(guest -> vast.put(guest.id(), new Resources(8, 1024)));

    PowerPlan plan = plan(Guards.of(ONE_ON), new Demands(vast));

    assertThat(plan.hostsOff()).isEmpty();
    assertThat(plan.hosts()).extracting(HostAim::reason).containsOnly(new Reason.NoRoom("cores"));
  }

  @Test
  void whatCannotBePlannedStaysOn() {
    hosts.add(hosts.getLast());

    assertThat(plan(Guards.of(ONE_ON)).hosts())
        .allMatch(HostAim::on)
        .allMatch(aim -> aim.reason() instanceof Reason.Doubt);
  }

  @Test
  void whatRunsOnAHostInDoubtHasItsRoomElsewhere() {
    hosts.set(0, PlannedWorld.host(0, Power.UNKNOWN));
    var half = new TreeMap<>(Map.of(small.getFirst().id(), new Resources(10, 1024)));

    PowerPlan plan = plan(Guards.of(ONE_ON), new Demands(half));

    assertThat(on(plan)).hasSize(3);
    assertThat(plan.moves()).noneMatch(move -> move.from().equals(machine(0)));
    assertThat(plan.least()).contains(3);
  }

  @Test
  void aHostThatIsOnAndTakesNoWorkIsNoneToRelyOnUnlessItIsBeingSwitched() {
    hosts.set(0, unready(0));
    var half = new Demands(new TreeMap<>(Map.of(small.getLast().id(), new Resources(10, 1024))));

    PowerPlan dead = plan(Guards.of(ONE_ON), half);
    PowerPlan booting = plan(switching(machine(0)), half);

    assertThat(dead.aimOf(machine(0)).map(HostAim::reason))
        .contains(new Reason.Doubt("power ON, not ready, seen " + AT));
    assertThat(on(dead)).hasSize(3);
    assertThat(dead.moves()).noneMatch(move -> move.to().equals(machine(0)));
    assertThat(on(booting)).hasSize(2);
  }

  @Test
  void whatProtectsAHostDoesNotMakeItServe() {
    var protection = new Reason.Untouchable();
    var world = PlannedWorld.of(List.of(unready(0)), List.of(), List.of(), Guards.of(ONE_ON));
    Host host = world.protecting(machine(0), protection).fleet().hosts().getFirst();

    assertThat(HostStanding.of(host, Optional.empty(), Guards.of(ONE_ON), AT))
        .isEqualTo(new HostStanding.Fixed(true, false, protection));
    assertThat(HostStanding.of(host, Optional.empty(), switching(machine(0)), AT))
        .isEqualTo(new HostStanding.Fixed(true, true, protection));
  }

  /// Lesson 25: what sleeps for long is exercised.
  @Test
  void ofHostsThatHaveBeenOffForTwoWeeksTheOneThatIsOffLongestIsSwitchedOn() {
    List.of(2, 3).forEach(host -> hosts.set(host, PlannedWorld.host(host, Power.OFF)));
    large.removeIf(guest ->
        !guest.on().getFirst().equals(machine(0)) && !guest.on().getFirst().equals(machine(1)));
    small.subList(4, 8).clear();
    Instant longAgo = AT.minus(Duration.ofDays(20));
    var offSince =
        new TreeMap<>(Map.of(machine(2), AT.minus(Duration.ofDays(15)), machine(3), longAgo));

    PowerPlan plan = plan(guards(offSince, Optional.empty()));
    PowerPlan next = plan(guards(offSince, Optional.of(plan)));

    assertThat(plan.aimOf(machine(3)))
        .contains(new HostAim(machine(3), true, new Reason.Rotated(longAgo)));
    assertThat(plan.hostsOff()).contains(machine(2));
    assertThat(next.sameAims(plan)).isTrue();
    offSince.put(machine(3), AT.minus(Duration.ofDays(1)));
    offSince.put(machine(2), AT.minus(Duration.ofDays(2)));
    assertThat(plan(guards(offSince, Optional.empty())).hostsOff())
        .contains(machine(2), machine(3));
  }

  @Test
  void theOrderInWhichTheFleetIsToldChangesNothing() {
    for (long seed = 0; seed < 200; seed++) {
      PlannedWorld world = PlannedWorld.generated(seed);
      var machines = new ArrayList<>(world.fleet().hosts());
      var guests = new ArrayList<>(world.fleet().workloads());
      Collections.shuffle(machines, new Random(seed));
      Collections.shuffle(guests, new Random(seed));
      var other = new FleetPort.Snapshot(AT, machines, guests);
      PowerPlan shuffled = new PlannedWorld(other, world.released(), world.guards(), AT).plan();

      assertThat(aims(shuffled)).as("seed %d", seed).isEqualTo(aims(world.plan()));
      assertThat(Set.copyOf(shuffled.moves())).isEqualTo(Set.copyOf(world.plan().moves()));
      assertThat(shuffled.least()).isEqualTo(world.plan().least());
    }
  }

  @Test
  void noPlanIsBelowItsBoundAndWhatGoesIsEmptied() {
    for (long seed = 0; seed < 500; seed++) {
      PlannedWorld world = PlannedWorld.generated(seed);
      PowerPlan plan = world.plan();
      int on = plan.hosts().size() - plan.hostsOff().size();
      assertThat(plan.least().orElse(on)).as("seed %d", seed).isLessThanOrEqualTo(on);
      var left = new HashSet<>(plan.moves().stream().map(Move::workload).toList());
      assertThat(world.fleet().workloads())
          .as("seed %d", seed)
          .filteredOn(guest -> !plan.windows().containsKey(guest.id()))
          .filteredOn(guest -> plan.hostsOff().contains(guest.on().getFirst()))
          .allMatch(guest -> left.contains(guest.id()));
    }
  }

  private static SortedMap<MachineId, HostAim> aims(PowerPlan plan) {
    var aims = new TreeMap<MachineId, HostAim>();
    plan.hosts().forEach(aim -> aims.put(aim.host(), aim));
    return aims;
  }

  private static List<HostAim> on(PowerPlan plan) {
    return plan.hosts().stream().filter(HostAim::on).toList();
  }

  private PowerPlan plan(Guards guards) {
    return plan(guards, Demands.UNKNOWN);
  }

  private PowerPlan plan(Guards guards, Demands demands) {
    var all = new ArrayList<>(large);
    all.addAll(small);
    var world = PlannedWorld.of(hosts, all, large, guards);
    return PowerPlanner.plan(world.fleet(), world.released(), demands, guards, AT);
  }

  private PowerPlan planAt(Instant at, Guards guards) {
    var all = new ArrayList<>(large);
    all.addAll(small);
    var world = PlannedWorld.of(hosts, all, large, guards);
    var rules = new Rules(1, 0, 0.8, Duration.ofDays(1));
    return PowerPlanner.plan(
        world.fleet(),
        world.released(),
        Demands.UNKNOWN,
        guards.with(rules, guards.standing()),
        at);
  }

  private static Sleeper waking(Sleeper sleeper, Instant wakeAt) {
    var window = sleeper.window();
    return new Sleeper(
        sleeper.workload(),
        sleeper.tenant(),
        sleeper.pool(),
        sleeper.agreement(),
        sleeper.digest(),
        new Window(window.since(), wakeAt, window.readyBy()),
        sleeper.keep(),
        sleeper.reason());
  }

  private static Guards standing(PowerPlan plan) {
    return Guards.of(ONE_ON).with(ONE_ON, Optional.of(plan));
  }

  private static Guards guards(
      SortedMap<MachineId, Instant> offSince, Optional<PowerPlan> standing) {
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

  private static Guards switching(MachineId host) {
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

  private static Host unready(int number) {
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

  private static List<Host> hosts(int count, Power power) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(host -> PlannedWorld.host(host, power)).toList());
  }

  private static Workload guest(int number, int host, Resources size) {
    Workload any = PlannedWorld.guest(number, host, new SplittableRandom(1));
    return guest(any, size, any.on());
  }

  private static Workload on(Workload guest, MachineId host) {
    return guest(guest, guest.size(), List.of(host));
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
