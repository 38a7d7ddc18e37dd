package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerPlannerTest {
  private static final long SEED = 20261123;
  private static final int WORLDS = 500;

  @Test
  void whatStillRunsFitsOnWhatStaysOn() {
    inEveryWorld(world -> {
      var plan = world.plan();
      if (plan.hostsOff().isEmpty()) {
        return;
      }
      Resources room =
          sum(
              world.fleet().hosts().stream()
                  .filter(host -> !plan.hostsOff().contains(host.id()))
                  .filter(host -> host.power() == Power.ON)
                  .map(Host::capacity)
                  .toList());
      Resources need =
          sum(
              world.fleet().workloads().stream()
                  .filter(workload -> !plan.windows().containsKey(workload.id()))
                  .map(Workload::size)
                  .toList());
      assertThat(need.fitsIn(room)).isTrue();
    });
  }

  @Test
  void aProtectedHostStaysOnWithWhatProtectsItAsTheReason() {
    var protection = new Reason.Quorum("etcd", "kube-system/etcd-0");
    inEveryWorld(world -> {
      Set<MachineId> off = world.plan().hostsOff();
      if (off.isEmpty()) {
        return;
      }
      MachineId host = off.iterator().next();
      assertThat(world.protecting(host, protection).plan().aimOf(host).orElseThrow())
          .isEqualTo(new PowerPlan.HostAim(host, true, protection));
    });
  }

  @Test
  void neitherFloorNorReserveNorDoubtIsTouched() {
    inEveryWorld(world -> {
      var off = world.plan().hostsOff();
      int on = world.fleet().hosts().size() - off.size();
      assertThat(on)
          .isGreaterThanOrEqualTo(
              Math.min(world.fleet().hosts().size(), world.guards().rules().minimumHosts()));
      assertThat(world.fleet().hosts())
          .filteredOn(host -> host.power() == Power.UNKNOWN)
          .noneMatch(host -> off.contains(host.id()));
    });
  }

  @Test
  void noHostGoesFromUnderSomethingThatCannotMove() {
    inEveryWorld(world -> {
      var plan = world.plan();
      world.fleet().workloads().stream()
          .filter(workload -> workload.mobility() == Mobility.PINNED)
          .filter(workload -> !plan.windows().containsKey(workload.id()))
          .forEach(
              workload -> assertThat(plan.hostsOff()).doesNotContain(workload.on().getFirst()));
    });
  }

  @Test
  void noMoreHostsGoThanTheShareThatIsReleased() {
    inEveryWorld(world -> {
      var plan = world.plan();
      double all = world.fleet().workloads().stream().mapToDouble(w -> w.size().cores()).sum();
      double asleep =
          world.fleet().workloads().stream()
              .filter(workload -> plan.windows().containsKey(workload.id()))
              .mapToDouble(workload -> workload.size().cores())
              .sum();
      assertThat((double) plan.hostsOff().size())
          .isLessThanOrEqualTo(world.fleet().hosts().size() * (all == 0 ? 0 : asleep / all) + 1e-6);
    });
  }

  @Test
  void equalInputsGiveAnEqualPlanAndTheDigestTells() {
    inEveryWorld(world -> assertThat(world.plan()).isEqualTo(world.plan()));
    assertThat(PlannedWorld.generated(1).plan().inputs())
        .isNotEqualTo(PlannedWorld.generated(2).plan().inputs());
  }

  @Test
  void thePlanInForceIsKeptWhileTheSameSleep() {
    inEveryWorld(world -> {
      var plan = world.plan();
      Guards standing =
          new Guards(
              world.guards().rules(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              Set.of(),
              Optional.of(plan));
      assertThat(world.guarded(standing).plan().sameAims(plan)).isTrue();
    });
  }

  @Test
  void aFreezeKeepsEverythingUp() {
    inEveryWorld(world -> {
      Guards frozen =
          new Guards(
              world.guards().rules(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              Set.of(Owner.OPERATOR),
              Optional.empty());
      var plan = world.guarded(frozen).plan();
      assertThat(plan.sleepers()).isEmpty();
      assertThat(plan.hostsOff()).isEmpty();
    });
  }

  @Test
  void everyHostHasAReasonAndEverySleeperItsRule() {
    inEveryWorld(world -> {
      var plan = world.plan();
      assertThat(plan.hosts()).hasSameSizeAs(world.fleet().hosts());
      assertThat(plan.sleepers()).allMatch(s -> s.reason() instanceof Reason.Released);
    });
  }

  @Test
  void withEverythingAsleepOnlyFloorAndReserveStayOn() {
    var hosts = IntStream.range(0, 10).mapToObj(i -> PlannedWorld.host(i, Power.ON)).toList();
    var guests = new ArrayList<Workload>();
    var random = new SplittableRandom(SEED);
    IntStream.range(0, 10).forEach(i -> guests.add(PlannedWorld.guest(i, i, random)));
    var rules = new Rules(2, 1, 0.8, Duration.ofMinutes(5));

    var plan = PlannedWorld.of(hosts, guests, guests, Guards.of(rules)).plan();

    assertThat(plan.hostsOff()).hasSize(7);
    assertThat(plan.least()).contains(3);
  }

  @Test
  void whatStaysOnSaysWhy() {
    var hosts = IntStream.range(0, 10).mapToObj(i -> PlannedWorld.host(i, Power.ON)).toList();
    var guests = new ArrayList<Workload>();
    var random = new SplittableRandom(SEED);
    IntStream.range(0, 10).forEach(i -> guests.add(PlannedWorld.guest(i, i, random)));
    var rules = new Rules(2, 1, 0.8, Duration.ofMinutes(5));

    var half = PlannedWorld.of(hosts, guests, guests.subList(0, 5), Guards.of(rules)).plan();
    var all = PlannedWorld.of(hosts, guests, guests, Guards.of(rules)).plan();

    assertThat(half.hosts())
        .extracting(PowerPlan.HostAim::reason)
        .hasAtLeastOneElementOfType(Reason.ShareNotReleased.class);
    assertThat(all.hosts().stream().filter(PowerPlan.HostAim::on))
        .extracting(PowerPlan.HostAim::reason)
        .contains(new Reason.Floor(2), new Reason.Reserve(1));
  }

  @Test
  void aHostThatWasSeenTooLongAgoStaysOn() {
    Host stale = PlannedWorld.host(0, Power.ON);
    var late = AT.plus(Duration.ofMinutes(6));
    var standing = HostStanding.of(stale, Optional.empty(), Guards.of(Rules.CAUTIOUS), late);

    assertThat(standing)
        .isInstanceOfSatisfying(HostStanding.Fixed.class, fixed -> assertThat(fixed.on()).isTrue());
    assertThat(machine(0)).isEqualTo(stale.id());
  }

  private static void inEveryWorld(Consumer<PlannedWorld> law) {
    System.out.printf("Seeds %d to %d%n", SEED, SEED + WORLDS - 1);
    for (long seed = SEED; seed < SEED + WORLDS; seed++) {
      try {
        law.accept(PlannedWorld.generated(seed));
      } catch (AssertionError e) {
        throw new AssertionError("In the world of seed " + seed, e);
      }
    }
  }

  private static Resources sum(List<Resources> all) {
    return all.stream().reduce(Resources.NONE, Resources::plus);
  }
}
