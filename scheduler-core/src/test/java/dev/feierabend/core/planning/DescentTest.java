package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.StackedNodes.LOOK;
import static dev.feierabend.core.planning.StackedNodes.isNode;
import static dev.feierabend.core.planning.StackedNodes.on;
import static dev.feierabend.core.planning.StackedNodes.readyBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What nodes that are guests have to do with the hosts beneath them.
class DescentTest {
  private final StackedNodes world = new StackedNodes();

  @Test
  void aHostGoesWithTheNodesThatAreItsGuests() {
    PowerPlan plan = world.plan(world.work, Rising.NONE, Optional.empty(), AT);

    assertThat(plan.hostsOff()).filteredOn(StackedNodes::isNode).hasSize(2);
    assertThat(plan.hostsOff()).filteredOn(host -> !isNode(host)).hasSize(2);
    assertThat(plan.moves()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whereNoNodeMayGoNoHostGoes() {
    assertThat(world.plan(List.of(), Rising.NONE, Optional.empty(), AT).hostsOff()).isEmpty();
  }

  /// What agreements release is a third of the cluster.
  @Test
  void noMoreHostsGoThanTheNodesThatDoAreOfAllGuests() {
    PowerPlan plan = world.plan(world.work.subList(0, 1), Rising.NONE, Optional.empty(), AT);

    assertThat(plan.hostsOff()).filteredOn(StackedNodes::isNode).hasSize(1);
    assertThat(plan.hostsOff()).filteredOn(host -> !isNode(host)).hasSize(1);
  }

  @Test
  void asLongAsNoGuestIsSeenNobodyRestsOnAnything() {
    world.guests = List.of();
    PowerPlan plan = world.plan(world.work, Rising.NONE, Optional.empty(), AT);

    assertThat(plan.hostsOff()).isNotEmpty().allMatch(StackedNodes::isNode);
  }

  @Test
  void aPlanInForceIsNotTurnedOverWhileTheSameGuestsRest() {
    PowerPlan first = world.plan(world.work, Rising.NONE, Optional.empty(), AT);
    PowerPlan second = world.plan(world.work, Rising.NONE, Optional.of(first), AT.plus(LOOK));

    assertThat(second.hostsOff()).isEqualTo(first.hostsOff());
  }

  /// Reckoned back from when capacity is agreed: guests, the node's boot, then its host's.
  @Test
  void aHostBeginsSoMuchEarlierThatItsNodeBeginsInTime() {
    Rising rising = world.rising(1500);
    PowerPlan plan = world.plan(world.work, rising, Optional.empty(), AT);
    Set<MachineId> off = plan.hostsOff();
    assertThat(off).hasSize(4);
    world.asPlanned(off);

    Instant host = null;
    Instant node = null;
    for (Instant at = AT.plus(Duration.ofHours(8)); node == null; at = at.plus(LOOK)) {
      plan = world.plan(world.work, rising, Optional.of(plan), at);
      host = host == null && on(plan, off, false) ? at : host;
      node = on(plan, off, true) ? at : node;
    }
    Duration lead = rising.leads().of(world.iron.getFirst().id(), Duration.ZERO).cautious();
    Duration last = rising.leads().of(world.nodes.getFirst().id(), Duration.ZERO).cautious();
    Instant latest = readyBy().minus(StackedNodes.GUESTS).minus(last);
    assertThat(node).isBetween(latest.minus(LOOK.multipliedBy(2)), latest);
    assertThat(host)
        .isNotNull()
        .isBeforeOrEqualTo(latest.minus(lead))
        .isAfter(latest.minus(lead).minus(Duration.ofMinutes(10)));
  }

  /// By the plan it has room, and its hypervisor refuses it.
  @Test
  void forANodeThatCannotBeStartedOneHostMoreStandsIn() {
    PowerPlan first = world.plan(world.work, Rising.NONE, Optional.empty(), AT);
    Set<MachineId> off = first.hostsOff();
    MachineId node = off.stream().filter(StackedNodes::isNode).findFirst().orElseThrow();
    world.asPlanned(off.stream().filter(StackedNodes::isNode).collect(toSet()));
    Instant at = AT.plus(Duration.ofHours(2));
    Rising refused = world.refused(node, at);

    PowerPlan plan = world.plan(world.work, refused, Optional.of(first), at);
    PowerPlan next = world.plan(world.work, refused, Optional.of(plan), at.plus(LOOK));

    assertThat(plan.hosts().stream().filter(aim -> !isNode(aim.host())))
        .filteredOn(aim -> aim.reason().equals(new Reason.StandsIn(node, readyBy())))
        .hasSize(1);
    assertThat(next.hostsOff()).isEqualTo(plan.hostsOff()).isNotEmpty();
  }

  /// When a node begins is reckoned anew at every look.
  @Test
  void whoWasBegunForANodeIsOnForThatReasonThoughTheNodeIsLearnedToNeedLessTime() {
    PowerPlan plan = world.plan(world.work, world.rising(1500), Optional.empty(), AT);
    Set<MachineId> off = plan.hostsOff();
    world.asPlanned(off);
    Instant at = AT.plus(Duration.ofHours(8));
    while (!on(plan, off, false)) {
      at = at.plus(LOOK);
      plan = world.plan(world.work, world.rising(1500), Optional.of(plan), at);
    }
    List<PowerPlan.HostAim> begun =
        plan.hosts().stream().filter(aim -> aim.on() && off.contains(aim.host())).toList();

    PowerPlan next = world.plan(world.work, world.rising(1400), Optional.of(plan), at.plus(LOOK));

    assertThat(begun).isNotEmpty().allMatch(aim -> aim.reason() instanceof Reason.WokenAhead);
    assertThat(next.hosts()).containsAll(begun);
  }

  /// Over worlds in which some sleep, guests have any size, and some can't leave their hosts.
  @Test
  void noNodeThatIsOnIsEverWithoutRoomOnHostsThatAreOn() {
    long seed = Long.getLong("seed", 20_261_128);
    for (long drawn = seed; drawn < seed + 300; drawn++) {
      var random = new SplittableRandom(drawn);
      world.guests =
          IntStream.range(0, 3).mapToObj(number -> StackedNodes.drawn(number, random)).toList();
      List<Workload> released = world.work.stream().filter(_ -> random.nextInt(4) > 0).toList();

      PowerPlan plan = world.plan(released, Rising.NONE, Optional.empty(), AT);

      Set<MachineId> off = plan.hostsOff();
      List<Workload> awake =
          world.guests.stream().filter(guest -> !off.contains(StackedNodes.node(guest))).toList();
      long need = awake.stream().mapToLong(guest -> guest.size().memoryMiB()).sum();
      long on = world.iron.stream().filter(host -> !off.contains(host.id())).count();
      assertThat(need).as("seed %d", drawn).isLessThanOrEqualTo(on * 64 * 1024);
      assertThat(awake)
          .as("seed %d", drawn)
          .filteredOn(guest -> guest.mobility() == Mobility.PINNED)
          .noneMatch(guest -> off.contains(guest.on().getFirst()));
      double all = world.guests.stream().mapToDouble(guest -> guest.size().cores()).sum();
      double rests = all - awake.stream().mapToDouble(guest -> guest.size().cores()).sum();
      assertThat(3 - on).as("seed %d", drawn).isLessThanOrEqualTo((long) (3 * rests / all + 1e-9));
    }
  }

  /// The one in its drill is back in a moment; what is beneath it stays.
  @Test
  void aNodeThatIsOffForItsDrillLetsNobodyGo() {
    PowerPlan plan = world.plan(world.work, Rising.NONE, Optional.empty(), AT);
    var drilled =
        new PowerPlan(
            plan.hosts().stream()
                .map(aim ->
                    aim.on()
                        ? aim
                        : new PowerPlan.HostAim(
                            aim.host(), false, new Reason.Drilled(readyBy(), Optional.empty())))
                .toList(),
            plan.sleepers(),
            plan.moves(),
            plan.inputs());

    assertThat(Layers.of(world.fleet()).resting(plan)).hasSize(2);
    assertThat(Layers.of(world.fleet()).resting(drilled)).isEmpty();
  }
}
