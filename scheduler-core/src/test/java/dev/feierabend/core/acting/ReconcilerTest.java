package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.policies.terms.ActorId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nights on which everything goes as agreed, and people who change their minds.
class ReconcilerTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ActorId SOMEBODY = new ActorId("somebody");

  @Test
  void capacitySleepsInTheEveningAndIsBackBeforeTheFirstClerk() {
    Town town = Town.agreed(4).until(EVENING);
    assertThat(town.fleet.effects).isEmpty();

    town.until(EVENING.plus(Duration.ofHours(1)));
    assertThat(town.fleet.awake()).isZero();
    assertThat(town.fleet.on()).isEqualTo(2);

    town.until(READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.events(CapacityReady.class))
        .singleElement()
        .satisfies(ready -> {
          assertThat(ready.workloads()).isEqualTo(8);
          assertThat(ready.at()).isBefore(READY_BY);
        });
    assertThat(town.memory.night().actions().pending()).isEmpty();
  }

  @Test
  void everyEffectFollowsItsIntentAndHappensOnce() {
    Town town = Town.agreed(4);
    town.fleet.before = () -> assertThat(town.memory.night().actions().pending()).isNotEmpty();

    town.until(READY_BY);

    assertThat(town.fleet.effects).doesNotHaveDuplicates().hasSize(8 + 8 + 2 * 4);
  }

  @Test
  void withoutAnApprovalNothingSleeps() {
    var town = new Town(4, Mode.ACTIVE).until(READY_BY);

    assertThat(town.fleet.effects).isEmpty();
  }

  @Test
  void inShadowPlansAreRecordedAndNothingIsTouched() {
    var town = new Town(4, Mode.SHADOW);
    town.agree();
    town.until(READY_BY);

    assertThat(town.fleet.effects).isEmpty();
    assertThat(town.events(PlanDecided.class))
        .anyMatch(plan -> plan.mode() == Mode.SHADOW && plan.sleepers().size() == 8);
  }

  @Test
  void aTickWhosePlanDoesNotDifferRecordsNothing() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    int events = town.events().size();

    town.until(WAKE.minus(Duration.ofHours(1)));

    assertThat(town.events()).hasSize(events);
  }

  @Test
  void anOverrideWakesWhatSleepsAndAWithdrawalToo() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    town.send(
        new GrantOverride(
            AHAUSEN, Set.of(), town.now.plusSeconds(7200), SOMEBODY, "election", town.now, A_DAY));
    town.until(town.now.plus(Duration.ofMinutes(30)));
    assertThat(town.fleet.awake()).isEqualTo(8);

    town.until(town.now.plus(Duration.ofHours(2)));
    assertThat(town.fleet.awake()).isZero();

    town.send(new WithdrawPolicy(Town.AGREEMENT, SOMEBODY, "moving house", town.now));
    town.until(town.now.plus(Duration.ofMinutes(30)));
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.fleet.on()).isEqualTo(4);
  }

  @Test
  void aFreezeWakesEverything() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    town.send(new DeclareFreeze(Owner.OPERATOR, SOMEBODY, "storm", town.now));

    town.until(town.now.plus(Duration.ofMinutes(30)));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.fleet.on()).isEqualTo(4);
  }
}
