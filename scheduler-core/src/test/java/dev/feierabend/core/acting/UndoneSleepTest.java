package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A deployment that a program brings back whenever it sleeps.
class UndoneSleepTest {
  private static final WorkloadId MAIL = deployment("mail");
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofHours(1));
  private static final Setter ARGO =
      new Setter("Argo CD", true, Optional.of("Application mail"), Optional.of("spec: {}"));
  private static final Setter PERSON =
      new Setter("kubectl", false, Optional.empty(), Optional.empty());

  private final Town town = new Town(0, Mode.ACTIVE);

  UndoneSleepTest() {
    town.cluster.replicas.put(MAIL, 3);
    town.agree(Town.POLICY);
  }

  /// Some programs are quicker than we see what they undo.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 60})
  void aProgramIsTriedOnceMoreAndThenHasItsWayUntilTheMorning(int minutes) {
    town.until(Town.EVENING);
    setBackEvery(minutes, Town.READY_BY);

    assertThat(slept()).isEqualTo(2);
    assertThat(town.events(SleepUndone.class))
        .singleElement()
        .satisfies(undone -> {
          assertThat(undone.subject()).isEqualTo(MAIL.value());
          assertThat(undone.found()).isEqualTo("3 replicas");
          assertThat(undone.by()).isEqualTo(ARGO);
          assertThat(undone.until()).isEqualTo(Town.READY_BY);
        });
    assertThat(town.events(ForeignChangeObserved.class))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.by()).contains(ARGO);
          assertThat(change.until()).isEqualTo(Town.READY_BY);
        });
    assertThat(town.cluster.of("mail")).isEqualTo(3);
    assertThat(town.memory.night().actions().pending()).isEmpty();
  }

  @Test
  void aProgramThatLetsItBeTheSecondTimeIsNotLeftAlone() {
    town.until(NIGHT);
    setBack(ARGO);
    town.until(Town.WAKE);
    assertThat(town.cluster.of("mail")).isZero();

    town.until(Town.READY_BY);
    assertThat(town.cluster.of("mail")).isEqualTo(3);
    assertThat(town.events(ForeignChangeObserved.class)).isEmpty();
    assertThat(town.events(ActingEvent.CapacityReady.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void aPersonsChangeWinsAtOnceAlsoBeforeItsSleepWasSeen(int minutes) {
    town.until(Town.EVENING.plus(Duration.ofMinutes(minutes)));
    setBack(PERSON);
    town.until(Town.WAKE);

    assertThat(slept()).isEqualTo(1);
    assertThat(town.cluster.of("mail")).isEqualTo(3);
    assertThat(town.events(SleepUndone.class)).isEmpty();
    assertThat(town.events(ForeignChangeObserved.class))
        .singleElement()
        .satisfies(change -> assertThat(change.by()).contains(PERSON));
  }

  @Test
  void aPersonsChangeWinsAlsoAfterAProgramsThatWasUndone() {
    town.until(NIGHT);
    setBack(ARGO);
    town.until(NIGHT.plus(Duration.ofMinutes(5)));
    setBack(PERSON);
    town.until(Town.WAKE);

    assertThat(slept()).isEqualTo(2);
    assertThat(town.events(ForeignChangeObserved.class))
        .extracting(ForeignChangeObserved::by)
        .containsExactly(Optional.of(PERSON));
  }

  @Test
  void aRestartBetweenTheTwoForgetsNothing() {
    town.until(NIGHT);
    setBack(ARGO);
    town.until(NIGHT.plus(Duration.ofMinutes(5)));
    town.start();
    setBack(ARGO);
    town.until(Town.WAKE);

    assertThat(slept()).isEqualTo(2);
    assertThat(town.events(ForeignChangeObserved.class)).hasSize(1);
  }

  @Test
  void whoMayUndoItIsSaidOnceBeforeItFirstSleepsAndInShadowModeToo() {
    var shadow = new Town(0, Mode.SHADOW);
    for (Town either : List.of(town, shadow)) {
      either.cluster.replicas.put(MAIL, 3);
      either.cluster.setters.put(MAIL, ARGO);
    }
    shadow.agree(Town.POLICY);

    for (Town either : List.of(town, shadow)) {
      either.until(NIGHT);
      assertThat(either.events(KeeperFound.class))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.by()).isEqualTo(ARGO);
            assertThat(found.at()).isEqualTo(Town.EVENING);
          });
    }
  }

  private void setBackEvery(int minutes, Instant end) {
    while (town.now.isBefore(end)) {
      town.until(town.now.plus(Duration.ofMinutes(minutes)));
      setBack(ARGO);
    }
  }

  private void setBack(Setter by) {
    if (!Integer.valueOf(3).equals(town.cluster.replicas.put(MAIL, 3))) {
      town.cluster.setters.put(MAIL, by);
    }
  }

  private long slept() {
    return town.cluster.effects.stream().filter((MAIL.value() + " 0")::equals).count();
  }
}
