package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long workloads take is learned from nights.
class WakingsTest {
  private static final WorkloadId WEB = TinyCluster.deployment("web");
  private static final Duration A_DAY = Duration.ofDays(1);

  /// Hosts have to begin before it in any case.
  private static final String TWO_NIGHTS =
      Town.POLICY
          .replace("  readyBy", "    - {from: Tue 20:00, to: Wed 06:00}\n  readyBy")
          .replace("PT30M", "PT25M");

  @Test
  void aWakeTakesFromBeingToldUntilItIsSeenToServe() {
    Town town = Town.agreed(4).until(WAKE.plusSeconds(60));
    all(town);
    town.until(WAKE.plus(Duration.ofMinutes(7)));
    town.fleet.tardy.clear();
    town.until(READY_BY);

    assertThat(seconds(town)).hasSize(8).allMatch(List.of(7 * 60)::equals);
  }

  @Test
  void aWakeBesideWhichAHostCameBackCountsFromWhenItCouldStart() {
    Town town = Town.agreed(4);
    town.fleet.dead.add(host(2));
    town.until(WAKE);
    all(town);
    town.until(WAKE.plus(Duration.ofMinutes(2)));
    town.fleet.dead.clear();
    town.until(WAKE.plus(Duration.ofMinutes(4)));
    town.fleet.tardy.clear();
    town.until(READY_BY);

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(seconds(town)).hasSize(8).allMatch(List.of(4 * 60)::equals);
  }

  /// Only what takes long still runs when a host comes: were it left out, what is quick would stay.
  @Test
  void whatMayHaveWaitedForAHostIsSaidToTakeLongRatherThanShort() {
    var wakings = new Wakings();
    Step web = new Step.Wake(WEB, 3, 0, Optional.empty());
    wakings.on(issued(web, 0));
    wakings.on(issued(new Step.Admit(host(2)), 1));
    wakings.on(completed(new Step.Admit(host(2)), 6));
    wakings.on(completed(web, 8));

    assertThat(wakings.of(WEB, "").seconds()).containsExactly(8 * 60);
  }

  @Test
  void whatWaitsForRoomIsMeasuredFromWhenThereIsSome() {
    Town town = Town.agreed(10).until(WAKE.minus(Duration.ofHours(2)));
    IntStream.range(0, 10).forEach(number -> town.fleet.dead.add(host(number)));
    town.until(WAKE.plus(Duration.ofMinutes(6)));
    assertThat(town.fleet.awake()).isBetween(1L, 19L);
    town.fleet.dead.clear();
    town.until(READY_BY);

    assertThat(seconds(town, 20)).hasSize(20).allMatch(List.of(60)::equals);
  }

  @Test
  void theLongerGuestsTakeTheEarlierTheirHostsBegin() {
    assertThat(secondNight(8)).isLessThan(secondNight(1));
  }

  /// How long before the ready-by time the first host begins.
  private static Duration secondNight(int minutes) {
    var town = new Town(4, Mode.ACTIVE);
    town.agree(TWO_NIGHTS);
    town.until(READY_BY.minus(Duration.ofMinutes(25)).plusSeconds(60));
    all(town);
    town.until(READY_BY.minus(Duration.ofMinutes(25 - minutes)));
    town.fleet.tardy.clear();
    town.until(READY_BY.plus(A_DAY));
    return Duration.between(
        READY_BY.plus(A_DAY),
        town.events(ActionIssued.class).stream()
            .filter(issued -> issued.step() instanceof Step.PowerOn)
            .filter(issued -> issued.at().isAfter(READY_BY))
            .findFirst()
            .orElseThrow()
            .at());
  }

  private static void all(Town town) {
    IntStream.range(0, 8).forEach(number -> town.fleet.tardy.add(guest(number)));
  }

  private static List<List<Integer>> seconds(Town town) {
    return seconds(town, 8);
  }

  private static List<List<Integer>> seconds(Town town, int guests) {
    return IntStream.range(0, guests)
        .mapToObj(number -> town.memory.night().wakings().of(guest(number), "").seconds())
        .toList();
  }

  private static ActionIssued issued(Step step, int minutes) {
    return new ActionIssued(
        Owner.OPERATOR,
        action(step),
        step,
        "plan",
        List.of(),
        Optional.empty(),
        Optional.of(READY_BY),
        READY_BY,
        0,
        false,
        WAKE.plus(Duration.ofMinutes(minutes)));
  }

  private static ActionCompleted completed(Step step, int minutes) {
    return new ActionCompleted(
        Owner.OPERATOR, action(step), "ready", WAKE.plus(Duration.ofMinutes(minutes)));
  }

  private static ActionId action(Step step) {
    return ActionId.of("wakings/" + step.subject(), 1);
  }
}
