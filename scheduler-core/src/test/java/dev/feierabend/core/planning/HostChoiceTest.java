package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.FourHosts.FIVE;
import static dev.feierabend.core.planning.FourHosts.ONE_ON;
import static dev.feierabend.core.planning.FourHosts.guards;
import static dev.feierabend.core.planning.FourHosts.on;
import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Consolidation as the service's planner asks it: who goes, who stays, and what each says.
class HostChoiceTest {
  private final FourHosts world = new FourHosts();

  @Test
  void aHostThatGoesSaysWhereItsGuestsFitUntilWhenAndHowMuchIsLeft() {
    PowerPlan plan = world.plan(Guards.of(ONE_ON));

    assertThat(plan.hostsOff()).hasSize(3);
    MachineId carrier = on(plan).getFirst().host();
    assertThat(plan.hosts().stream().filter(aim -> !aim.on()).map(HostAim::reason))
        .containsOnly(new Reason.Vacated(2, List.of(carrier), FIVE, 37));
    assertThat(plan.moves()).hasSize(6).allMatch(move -> move.to().equals(carrier));
    assertThat(plan.least()).contains(1);
  }

  @Test
  void whatConsolidationWouldLetGoBeyondTheReleasedShareStaysAndTheBoundSaysThatToo() {
    world.large.removeLast();
    world.large.removeLast();
    PowerPlan plan = world.plan(Guards.of(ONE_ON));

    assertThat(on(plan)).hasSize(2);
    assertThat(on(plan).stream().map(HostAim::reason)).contains(new Reason.ShareNotReleased(67));
    assertThat(plan.least()).contains(2);
  }

  @Test
  void withAReserveTheLossOfAHostCanBeBorne() {
    PowerPlan plan = world.plan(Guards.of(new Rules(1, 1, 0.8, Duration.ofMinutes(5))));

    assertThat(on(plan)).hasSize(2).extracting(HostAim::reason).containsOnly(new Reason.Reserve(1));
    assertThat(plan.least()).contains(2);
  }

  @Test
  void whereNotEverythingHasRoomEverythingIsOnAndWhatLacksIsSaid() {
    var vast = new TreeMap<>(Map.of(world.small.getFirst().id(), new Resources(12, 1024)));
    world.small.subList(1, 8).forEach(guest -> vast.put(guest.id(), new Resources(8, 1024)));

    PowerPlan plan = world.plan(Guards.of(ONE_ON), new Demands(vast));

    assertThat(plan.hostsOff()).isEmpty();
    assertThat(plan.hosts()).extracting(HostAim::reason).containsOnly(new Reason.NoRoom("cores"));
  }

  /// Lesson 25: what sleeps for long is exercised.
  @Test
  void ofHostsThatHaveBeenOffForTwoWeeksTheOneThatIsOffLongestIsSwitchedOn() {
    List.of(2, 3).forEach(host -> world.hosts.set(host, PlannedWorld.host(host, Power.OFF)));
    world.large.removeIf(guest ->
        !guest.on().getFirst().equals(machine(0)) && !guest.on().getFirst().equals(machine(1)));
    world.small.subList(4, 8).clear();
    Instant longAgo = AT.minus(Duration.ofDays(20));
    var offSince =
        new TreeMap<>(Map.of(machine(2), AT.minus(Duration.ofDays(15)), machine(3), longAgo));

    PowerPlan plan = world.plan(guards(offSince, Optional.empty()));
    PowerPlan next = world.plan(guards(offSince, Optional.of(plan)));

    assertThat(plan.aimOf(machine(3)))
        .contains(new HostAim(machine(3), true, new Reason.Rotated(longAgo)));
    assertThat(plan.hostsOff()).contains(machine(2));
    assertThat(next.sameAims(plan)).isTrue();
    offSince.put(machine(3), AT.minus(Duration.ofDays(1)));
    offSince.put(machine(2), AT.minus(Duration.ofDays(2)));
    assertThat(world.plan(guards(offSince, Optional.empty())).hostsOff())
        .contains(machine(2), machine(3));
  }
}
