package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.FourHosts.ONE_ON;
import static dev.feierabend.core.planning.FourHosts.on;
import static dev.feierabend.core.planning.FourHosts.switching;
import static dev.feierabend.core.planning.FourHosts.unready;
import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.policies.terms.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Hosts of which it isn't sure that they serve: they stay on, and are none to rely on.
class DoubtfulHostsTest {
  private final FourHosts world = new FourHosts();

  @Test
  void whatCannotBePlannedStaysOn() {
    world.hosts.add(world.hosts.getLast());

    assertThat(world.plan(Guards.of(ONE_ON)).hosts())
        .allMatch(HostAim::on)
        .allMatch(aim -> aim.reason() instanceof Reason.Doubt);
  }

  @Test
  void whatRunsOnAHostInDoubtHasItsRoomElsewhere() {
    world.hosts.set(0, PlannedWorld.host(0, Power.UNKNOWN));
    var half = new TreeMap<>(Map.of(world.small.getFirst().id(), new Resources(10, 1024)));

    PowerPlan plan = world.plan(Guards.of(ONE_ON), new Demands(half));

    assertThat(on(plan)).hasSize(3);
    assertThat(plan.moves()).noneMatch(move -> move.from().equals(machine(0)));
    assertThat(plan.least()).contains(3);
  }

  @Test
  void aHostThatIsOnAndTakesNoWorkIsNoneToRelyOnUnlessItIsBeingSwitched() {
    world.hosts.set(0, unready(0));
    var half =
        new Demands(new TreeMap<>(Map.of(world.small.getLast().id(), new Resources(10, 1024))));

    PowerPlan dead = world.plan(Guards.of(ONE_ON), half);
    PowerPlan booting = world.plan(switching(machine(0)), half);

    assertThat(dead.aimOf(machine(0)).map(HostAim::reason))
        .contains(new Reason.Doubt("power ON, not ready, seen " + AT));
    assertThat(on(dead)).hasSize(3);
    assertThat(dead.moves()).noneMatch(move -> move.to().equals(machine(0)));
    assertThat(on(booting)).hasSize(2);
  }

  @Test
  void whatProtectsAHostDoesNotMakeItServe() {
    var protection = new Reason.Untouchable();
    var alone = PlannedWorld.of(List.of(unready(0)), List.of(), List.of(), Guards.of(ONE_ON));
    Host host = alone.protecting(machine(0), protection).fleet().hosts().getFirst();

    assertThat(HostStanding.of(host, Optional.empty(), Guards.of(ONE_ON), AT))
        .isEqualTo(new HostStanding.Fixed(true, false, protection));
    assertThat(HostStanding.of(host, Optional.empty(), switching(machine(0)), AT))
        .isEqualTo(new HostStanding.Fixed(true, true, protection));
  }
}
