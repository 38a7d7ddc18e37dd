package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What users of other schedulers asked for in vain; see `docs/handbook/lessons.md`.
class LessonsTest {
  private static final WorkloadId MAIL = deployment("mail");
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofHours(1));
  private static final Instant LONG_AFTER = Town.READY_BY.plus(Duration.ofHours(2));

  private final Town town = new Town(0, Mode.ACTIVE);

  LessonsTest() {
    town.cluster.replicas.put(MAIL, 3);
    town.cluster.replicas.put(deployment("shop"), 2);
    town.agree(Town.POLICY);
  }

  @Test
  void aWakeThatWasDueWhileTheServiceWasDownIsMadeUpForHoweverLateAndToldSo() {
    town.until(NIGHT);
    startedAgain();

    assertThat(town.cluster.of("mail")).isEqualTo(3);
    assertThat(town.cluster.of("shop")).isEqualTo(2);
    assertThat(town.events(WakeLate.class)).hasSize(1);
  }

  @Test
  void aWakeThatIsMadeUpForLeavesAloneWhatAPersonChangedMeanwhile() {
    town.until(NIGHT);
    town.cluster.replicas.put(MAIL, 1);
    startedAgain();

    assertThat(town.cluster.of("mail")).isEqualTo(1);
    assertThat(town.cluster.of("shop")).isEqualTo(2);
    assertThat(town.events(ForeignChangeObserved.class))
        .extracting(ForeignChangeObserved::subject)
        .containsExactly(MAIL.value());
  }

  @Test
  void whatAPersonHadPutToSleepBeforeTheEveningIsNeverWrittenAndStaysAsleepInTheMorning() {
    town.cluster.replicas.put(MAIL, 0);
    town.until(LONG_AFTER);

    assertThat(town.cluster.of("mail")).isZero();
    assertThat(town.cluster.of("shop")).isEqualTo(2);
    assertThat(town.cluster.effects).noneMatch(effect -> effect.startsWith(MAIL.value()));
  }

  @Test
  void anOverrideThatACustomerGrantsItselfWakesAtOnceAndEndsByItself() {
    town.until(NIGHT);
    Instant end = NIGHT.plus(Duration.ofHours(1));
    var customer = new ActorId("customer");
    town.send(
        new GrantOverride(
            AHAUSEN, Set.of(), end, customer, "council", town.now, Duration.ofDays(1)));

    town.until(end);
    assertThat(town.cluster.of("mail")).isEqualTo(3);
    town.until(end.plus(Duration.ofMinutes(5)));
    assertThat(town.cluster.of("mail")).isZero();
  }

  private void startedAgain() {
    town.now = LONG_AFTER;
    town.start();
    town.until(LONG_AFTER.plus(Duration.ofMinutes(5)));
  }
}
