package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.FourHosts.FIVE;
import static dev.feierabend.core.planning.FourHosts.ONE_ON;
import static dev.feierabend.core.planning.FourHosts.on;
import static dev.feierabend.core.planning.FourHosts.standing;
import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// While the same sleep, a plan in force stands: hosts come on where they are needed, and none
/// goes.
class SettledHostsTest {
  private final FourHosts world = new FourHosts();

  @Test
  void whileTheSameSleepHostsComeOnOnlyWhereTheyAreNeededAndNoneGoes() {
    PowerPlan before = world.plan(Guards.of(ONE_ON));
    assertThat(world.plan(standing(before)).sameAims(before)).isTrue();

    var more = new TreeMap<>(Map.of(world.small.getFirst().id(), new Resources(12, 1024)));
    PowerPlan later = world.plan(standing(before), new Demands(more));
    assertThat(later.hostsOff()).hasSize(2).isSubsetOf(before.hostsOff());
    assertThat(later.least()).contains(2);

    assertThat(world.plan(standing(later)).hostsOff()).isEqualTo(later.hostsOff());
    assertThat(world.plan(standing(later)).aimOf(on(later).getFirst().host()))
        .contains(on(later).getFirst());
  }

  /// It may be on its way, and what is begun isn't given up for a window that is passing by.
  @Test
  void whoGoesByThePlanInForceGoesAsLongAsThatPays() {
    PowerPlan plan = world.plan(Guards.of(ONE_ON));

    assertThat(world.planAt(FIVE.minus(Duration.ofMinutes(20)), standing(plan)).hostsOff())
        .isEqualTo(plan.hostsOff());
    assertThat(world.planAt(FIVE.minus(Duration.ofMinutes(2)), standing(plan)).hostsOff())
        .isEmpty();
  }

  @Test
  void whoJoinsWhileTheSameSleepStaysOnUntilAnotherPlanIsMade() {
    PowerPlan before = world.plan(Guards.of(ONE_ON));
    world.hosts.add(PlannedWorld.host(4, Power.ON));

    PowerPlan later = world.plan(standing(before));

    assertThat(later.hostsOff()).isEqualTo(before.hostsOff());
    assertThat(later.aimOf(machine(4)))
        .contains(new HostAim(machine(4), true, new Reason.Newcomer()));
    assertThat(world.plan(Guards.of(ONE_ON)).hostsOff()).hasSize(4);
  }

  /// Room was made for one that had grown; then its host comes on for another, and nothing but the
  /// plan in force holds the one that came on first.
  @Test
  void whoIsHeldSaysWhatHoldsItNowOrThatNothingElseDoes() {
    var grown =
        new Demands(new TreeMap<>(Map.of(world.small.getFirst().id(), new Resources(12, 1024))));
    PowerPlan plan = world.plan(standing(world.plan(Guards.of(ONE_ON))), grown);
    assertThat(on(plan)).hasSize(2).noneMatch(aim -> aim.reason() instanceof Reason.Settled);
    world.hosts.add(PlannedWorld.host(4, Power.ON));

    PowerPlan later = world.plan(standing(plan));

    assertThat(on(later)).hasSize(3);
    assertThat(on(later).stream().map(HostAim::reason))
        .hasAtLeastOneElementOfType(Reason.NeededFor.class)
        .contains(new Reason.Settled(), new Reason.Newcomer());
  }

  @Test
  void whoGoesStillTellsTheEndOfTheWindowThatThereIsNow() {
    PowerPlan before = world.plan(Guards.of(ONE_ON));
    PlannedWorld seen = world.of(standing(before));
    Instant four = FIVE.minus(Duration.ofHours(1));
    var sooner = new TreeMap<>(seen.released());
    sooner.replaceAll((_, sleeper) -> waking(sleeper, four));

    PowerPlan later =
        PowerPlanner.plan(seen.fleet(), sooner, Demands.UNKNOWN, standing(before), AT);

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
    PowerPlan plan = world.plan(Guards.of(ONE_ON));
    Move first = plan.moves().getFirst();
    world.small.replaceAll(
        guest -> guest.id().equals(first.workload()) ? on(guest, first.to()) : guest);

    PowerPlan later = world.plan(standing(plan));

    assertThat(later.moves())
        .containsExactlyElementsOf(plan.moves().subList(1, plan.moves().size()));
    assertThat(later.hosts()).isEqualTo(plan.hosts());
  }

  /// What can't be seen for a moment costs that moment.
  @Test
  void whoIsOffThoughItWasInDoubtStaysOff() {
    PowerPlan before = world.plan(Guards.of(ONE_ON));
    before
        .moves()
        .forEach(move ->
            world.small.replaceAll(
                guest -> guest.id().equals(move.workload()) ? on(guest, move.to()) : guest));
    seen(before, Power.UNKNOWN);
    PowerPlan blind = world.plan(standing(before));
    assertThat(blind.hostsOff()).isEmpty();
    seen(before, Power.OFF);

    PowerPlan later = world.plan(standing(blind));

    assertThat(before.hostsOff()).hasSize(3);
    assertThat(later.hostsOff()).isEqualTo(before.hostsOff());
    assertThat(world.plan(standing(later)).sameAims(later)).isTrue();
  }

  private void seen(PowerPlan plan, Power power) {
    for (int host = 0; host < 4; host++) {
      if (plan.hostsOff().contains(machine(host))) {
        world.hosts.set(host, PlannedWorld.host(host, power));
      }
    }
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
}
