package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A deployment that a program was told to leave alone while it sleeps.
class ResumedTest {
  private static final WorkloadId MAIL = deployment("mail");
  private static final String SLEPT = MAIL + " 0";
  private static final String RESUMED = MAIL + " resumed";
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofHours(1));
  private static final Setter PERSON =
      new Setter("kubectl", false, Optional.empty(), Optional.empty());

  private final Town town = new Town(0, Mode.ACTIVE);

  ResumedTest() {
    town.cluster.replicas.put(MAIL, 3);
    town.agree(Town.POLICY);
    town.until(NIGHT);
    town.cluster.paused.add(MAIL);
  }

  @Test
  void whatAPersonWakesTheProgramSeesToAgainAtOnce() {
    wakeByHand(2);
    town.until(NIGHT.plus(Duration.ofMinutes(3)));

    assertThat(town.cluster.effects).containsExactly(SLEPT, RESUMED);
    assertThat(town.cluster.of("mail")).isEqualTo(2);
    assertThat(town.memory.night().actions().pending()).isEmpty();
    assertThat(town.memory.night().actions().begun(MAIL)).as("its group's wake").isEmpty();
  }

  @Test
  void itIsToldOnceAndNothingIsOwedForIt() {
    wakeByHand(2);
    town.until(Town.READY_BY.plus(Duration.ofHours(1)));

    assertThat(town.cluster.effects).containsExactly(SLEPT, RESUMED);
    assertThat(town.events(ActionIssued.class)).hasSize(2);
    assertThat(town.events(ActionCompleted.class)).hasSize(2);
    assertThat(town.events(CapacityReady.class)).hasSize(1);
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void itIsAskedForAgainInTheSameActionWhileThereIsNoAnswer() {
    town.cluster.deaf = true;
    wakeByHand(2);
    town.until(NIGHT.plus(Duration.ofMinutes(5)));
    town.cluster.deaf = false;
    town.until(NIGHT.plus(Duration.ofMinutes(8)));

    assertThat(town.cluster.effects).containsExactly(SLEPT, RESUMED);
    assertThat(town.events(ActionIssued.class)).hasSize(2);
    assertThat(town.memory.night().actions().pending()).isEmpty();
  }

  @Test
  void whatIsAwakeIsNeverLateForThat() {
    town.cluster.deaf = true;
    wakeByHand(2);
    town.until(Town.READY_BY.plus(Duration.ofHours(1)));

    assertThat(town.events(ActionTimedOut.class)).isNotEmpty();
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void afterTheAgreementsEndToo() {
    town.withdraw();
    wakeByHand(3);
    town.until(NIGHT.plus(Duration.ofMinutes(3)));

    assertThat(town.cluster.effects).containsExactly(SLEPT, RESUMED);
  }

  @Test
  void whatSleepsOnWakesAndIsResumedInOne() {
    town.until(Town.READY_BY);

    assertThat(town.cluster.effects).containsExactly(SLEPT, MAIL + " 3");
    assertThat(town.cluster.paused).isEmpty();
  }

  private void wakeByHand(int replicas) {
    town.cluster.replicas.put(MAIL, replicas);
    town.cluster.setters.put(MAIL, PERSON);
  }
}
