package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two services on one history: the one doesn't know yet that the other leads since.
class DeposedLeaderTest {
  /// In an evening's first minute eight guests fall asleep and two hosts are cordoned.
  private static final int FIRST = 8 + 2;

  private final Town town = Town.agreed(4);
  private final Replica deposed = new Replica(town, town.log, 1);
  private final Replica leader = new Replica(town, town.log, 2);

  /// Both have looked a minute ago, so that both would take away.
  @BeforeEach
  void evening() {
    town.now = EVENING.minus(Duration.ofMinutes(1));
    deposed.tick();
    leader.tick();
    town.now = EVENING;
  }

  @Test
  void aDeposedLeaderThatWakesLateRecordsNoIntentAndTakesNothingAway() {
    leader.tick();
    assertThat(town.fleet.effects).hasSize(FIRST);

    nextMinute();
    deposed.tick();
    assertThat(town.fleet.effects).hasSize(FIRST);

    untilWith(leader, EVENING.plus(Duration.ofHours(1)));
    assertThat(town.fleet.on()).isEqualTo(2);
    assertThat(terms()).containsOnly(2L);
  }

  @Test
  void aWakeThatIsRefusedToADeposedLeaderIsTheNextLeadersAtItsNextLook() {
    untilWith(leader, WAKE);
    deposed.tick();
    assertThat(town.fleet.awake()).isZero();
    assertThat(terms()).containsOnly(2L);

    untilWith(leader, READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.fleet.on()).isEqualTo(4);
  }

  @Test
  void whoIsOvertakenWhileItRecordsDoesNotCarryOut() {
    deposed.before =
        () -> {
          deposed.before = () -> {};
          leader.tick();
        };
    deposed.tick();

    assertThat(town.fleet.effects).hasSize(FIRST).doesNotHaveDuplicates();
    assertThat(terms()).containsOnly(2L);
  }

  @Test
  void whatWasRecordedAsTheLeaseEndedIsNotCarriedOutUntilTheNextLeaderLooks() {
    deposed.after = () -> deposed.lasts = false;
    deposed.tick();
    assertThat(town.fleet.effects).isEmpty();
    assertThat(terms()).containsExactly(1L);

    leader.tick();
    assertThat(town.fleet.effects).hasSize(FIRST).doesNotHaveDuplicates();
    assertThat(terms()).hasSize(FIRST).endsWith(2L);
  }

  @Test
  void whatIsUnderWayIsNotAskedForAgainOnceTheLeaseIsOver() {
    town.fleet.lingering.add(TinyFleet.host(3));
    untilWith(deposed, EVENING.plus(Duration.ofMinutes(5)));
    assertThat(offs()).isPositive();

    long before = offs();
    deposed.lasts = false;
    untilWith(deposed, EVENING.plus(Duration.ofMinutes(8)));
    assertThat(offs()).isEqualTo(before);

    deposed.lasts = true;
    deposed.tick();
    assertThat(offs()).isEqualTo(before + 1);
  }

  @Test
  void wakesGoOnAfterTheLeaseAndAreRecordedInTheTermInWhichTheyWereDone() {
    untilWith(deposed, WAKE);
    deposed.lasts = false;
    untilWith(deposed, READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);

    town.now = READY_BY.plus(Duration.ofHours(14));
    untilWith(leader, town.now.plus(Duration.ofMinutes(2)));
    deposed.term = 3;
    deposed.lasts = true;
    deposed.tick();
    assertThat(intents())
        .filteredOn(ActionIssued::spooled)
        .isNotEmpty()
        .allMatch(intent -> intent.fencing() == 1);
  }

  @Test
  void whoActsAloneBeginsInTheFirstTermAndGoesOnInTheHighestOfAHistoryFromElsewhere() {
    var alone = Town.agreed(4).until(READY_BY);
    assertThat(alone.events(ActionIssued.class))
        .isNotEmpty()
        .allMatch(intent -> intent.fencing() == 1);

    untilWith(leader, WAKE);
    town.start();
    town.until(READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(terms()).containsOnly(2L);
  }

  private void nextMinute() {
    town.now = town.now.plus(Duration.ofMinutes(1));
  }

  private void untilWith(Replica replica, Instant end) {
    while (town.now.isBefore(end)) {
      replica.tick();
      nextMinute();
    }
  }

  private long offs() {
    return town.fleet.effects.stream().filter(effect -> effect.startsWith("off ")).count();
  }

  private List<ActionIssued> intents() {
    return town.events(ActionIssued.class);
  }

  private List<Long> terms() {
    return intents().stream().map(ActionIssued::fencing).toList();
  }
}
