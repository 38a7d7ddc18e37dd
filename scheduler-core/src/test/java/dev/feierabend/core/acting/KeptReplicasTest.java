package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Three deployments, of 3, 2 and 1 replicas, whose agreement keeps some of each.
class KeptReplicasTest {
  private static final String NONE = Town.POLICY;
  private static final String ONE = Town.POLICY + "  floor: {replicas: 1}\n";
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofHours(1));
  private static final Instant ELEVEN = Instant.parse("2026-11-23T22:00:00Z");

  @Test
  void asManyStayAsAgreedAndAllComeBackInTheMorning() {
    Town town = town(ONE).until(NIGHT);

    assertThat(town.cluster.replicas.values()).containsExactly(1, 1, 1);
    assertThat(town.cluster.effects)
        .containsExactly("deployment/office/mail 1", "deployment/office/shop 1");

    town.until(Town.READY_BY);
    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
    assertThat(town.events(ActingEvent.CapacityReady.class)).hasSize(1);
  }

  @Test
  void whatIsKeptIsNeverBelowItsAutoscalersLowerBound() {
    Town town = town(ONE);
    town.cluster.lowest.put(deployment("mail"), 2);
    town.cluster.lowest.put(deployment("shop"), 2);
    town.until(NIGHT);

    assertThat(counts(town)).isEqualTo("mail 2 shop 2 wiki 1");
    assertThat(town.cluster.effects).containsExactly("deployment/office/mail 2");
    assertThat(town.events(PlanDecided.class))
        .flatExtracting(PlanDecided::sleepers)
        .singleElement()
        .satisfies(sleeper ->
            assertThat(sleeper.reason())
                .isInstanceOfSatisfying(
                    Reason.ReleasedAbove.class, it -> assertThat(it.lowest()).isEqualTo(2)));

    town.until(Town.READY_BY);
    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
    assertThat(town.events(ForeignChangeObserved.class)).isEmpty();
  }

  /// Its hosts are none of ours, or out of service.
  @Test
  void whatIsTiedToWhereTheRestStayedComesBackWhereverThereIsRoom() {
    Town town = town(ONE);
    town.cluster.pinned.add(deployment("mail"));
    town.until(NIGHT);
    assertThat(counts(town)).isEqualTo("mail 1 shop 1 wiki 1");

    assertThat(counts(town.until(Town.READY_BY))).isEqualTo("mail 3 shop 2 wiki 1");
  }

  @Test
  void asleepAsAWholeItsAutoscalerStandsStillSoItsBoundsDoNotMatter() {
    Town town = town(NONE);
    town.cluster.lowest.put(deployment("mail"), 2);

    assertThat(counts(town.until(NIGHT))).isEqualTo("mail 0 shop 0 wiki 0");
  }

  @Test
  void whatSleepsInPartComesBackWhenTheAgreementIsWithdrawn() {
    Town town = town(ONE).until(NIGHT);
    town.withdraw();
    town.until(town.now.plus(Duration.ofMinutes(2)));

    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
  }

  @Test
  void theJournalBringsBackWhatTheObjectHasForgotten() {
    Town town = town(ONE).until(NIGHT);
    town.cluster.annotations.clear();
    town.until(Town.READY_BY);

    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
  }

  @Test
  void theObjectBringsBackWhatTheJournalNeverKnew() {
    Town town = town(ONE).until(NIGHT);
    Town other = town(NONE);
    other.cluster.replicas.putAll(town.cluster.replicas);
    other.cluster.annotations.putAll(town.cluster.annotations);
    other.now = Town.READY_BY;
    other.until(Town.READY_BY.plus(Duration.ofMinutes(2)));

    assertThat(counts(other)).isEqualTo("mail 3 shop 2 wiki 1");
  }

  @Test
  void aPersonWhoScalesUpWhatSleepsInPartIsLeftAlone() {
    Town town = town(ONE).until(NIGHT);
    town.cluster.replicas.put(deployment("mail"), 2);
    town.until(NIGHT.plus(Duration.ofHours(2)));

    assertThat(town.events(ForeignChangeObserved.class))
        .singleElement()
        .satisfies(change -> assertThat(change.subject()).isEqualTo("deployment/office/mail"));
    assertThat(town.cluster.of("mail")).isEqualTo(2);
  }

  @Test
  void aFloorThatRisesInTheNightIsKeptFromThatMinuteOn() {
    Town town = town(before(0, 2)).until(NIGHT);
    assertThat(counts(town)).isEqualTo("mail 0 shop 0 wiki 0");

    town.until(ELEVEN.plus(Duration.ofMinutes(4)));
    assertThat(counts(town)).isEqualTo("mail 2 shop 2 wiki 1");

    town.until(Town.READY_BY);
    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
  }

  @Test
  void aFloorThatFallsInTheNightLetsMoreSleepAndForgetsNothing() {
    Town town = town(before(1, 0)).until(NIGHT);
    assertThat(counts(town)).isEqualTo("mail 1 shop 1 wiki 1");

    town.until(ELEVEN.plus(Duration.ofMinutes(2)));
    assertThat(counts(town)).isEqualTo("mail 0 shop 0 wiki 0");

    town.until(Town.READY_BY);
    assertThat(counts(town)).isEqualTo("mail 3 shop 2 wiki 1");
  }

  /// One floor before 23:00, another after it.
  private static String before(int early, int late) {
    return NONE.replace(
        "{from: Mon 20:00, to: Tue 06:00}",
        """
        {from: Mon 20:00, to: Mon 23:00, floor: {replicas: %d}}
            - {from: 2026-11-23 23:00, to: 2026-11-24 06:00, floor: {replicas: %d}}\
        """
            .formatted(early, late));
  }

  private static String counts(Town town) {
    return "mail %d shop %d wiki %d"
        .formatted(town.cluster.of("mail"), town.cluster.of("shop"), town.cluster.of("wiki"));
  }

  private static Town town(String policy) {
    var town = new Town(0, Mode.ACTIVE);
    town.cluster.replicas.put(deployment("mail"), 3);
    town.cluster.replicas.put(deployment("shop"), 2);
    town.cluster.replicas.put(deployment("wiki"), 1);
    town.agree(policy);
    return town;
  }
}
