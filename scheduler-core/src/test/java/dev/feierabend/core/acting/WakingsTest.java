package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.planning.Mode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long workloads take is learned from nights.
class WakingsTest {
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
  void aWakeDuringWhichAHostCameBackSaysNothing() {
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
    assertThat(seconds(town)).hasSize(8).allMatch(List::isEmpty);
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
    return IntStream.range(0, 8)
        .mapToObj(number -> town.memory.night().wakings().of(guest(number), "").seconds())
        .toList();
  }
}
