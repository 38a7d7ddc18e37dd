package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.AFTERNOON;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Stage;
import dev.feierabend.core.reporting.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Nights of a town of eight guests in mode `STAGED`: a tenth of them, so one, sleeps first.
class StagesTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Owner OFFICE = Owner.of(TinyFleet.AHAUSEN);

  @Test
  void theRestFollowsOnceTheShareCameBackAndTheQuietTimeIsOver() {
    Town town = town().until(night(0));
    assertThat(town.fleet.awake()).isEqualTo(7);

    town.until(night(1));
    assertThat(town.fleet.awake()).isZero();

    town.until(READY_BY.plus(A_DAY));
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(stages(town)).containsExactly(Stage.SHARE, Stage.ALL);
  }

  @Test
  void whyTheRestStaysOnIsSaidOnceAnEvening() {
    Town town = town().until(READY_BY);

    assertThat(town.events(PlanSkipped.class))
        .singleElement()
        .satisfies(skipped -> {
          assertThat(skipped.reason()).isEqualTo(new Reason.Staged(10, AFTERNOON));
          assertThat(said(skipped, Locale.ENGLISH))
              .isEqualTo(
                  "Left on, because only the first 10 % of what agreements let sleep do so, since "
                      + "2026-11-23T15:00:00Z.");
          assertThat(said(skipped, Locale.GERMAN)).startsWith("Bleibt an, denn ");
        });
  }

  @Test
  void theFirstAlarmBringsTheRestBackAtOnceAndTheQuietTimeBeginsAnew() {
    Town town = town().until(EVENING.plus(A_DAY));
    var once = new AtomicBoolean(true);
    town.fleet.before =
        () -> {
          if (once.getAndSet(false)) {
            throw new Outage("the API answered 503");
          }
        };

    town.until(night(1));
    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(stages(town)).containsExactly(Stage.SHARE, Stage.ALL, Stage.SHARE);
    assertThat(town.events(StageBegun.class).getLast().alarm().orElseThrow())
        .startsWith("the outcome of sleep/guest/")
        .endsWith("is unknown, the API answered 503");

    town.until(night(2));
    assertThat(town.fleet.awake()).isZero();
  }

  @Test
  void aWakeThatIsLateIsAnAlarm() {
    Town town = town().until(READY_BY.minus(AN_HOUR));
    town.memory.night().slumber().remember().workloads().keySet().forEach(town.fleet.stuck::add);
    town.until(READY_BY.plus(AN_HOUR));
    town.fleet.stuck.clear();

    town.until(night(1));

    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(stages(town)).startsWith(Stage.SHARE, Stage.SHARE).doesNotContain(Stage.ALL);
  }

  @Test
  void whatSomebodyUndoesBeforeItWasSeenIsNoAlarm() {
    var stages = new Stages();
    stages.on(new StageBegun(Stage.ALL, 10, Optional.empty(), AFTERNOON));
    var sleep = new ActionId("sleep/deployment/office/mail@" + EVENING + "#1");

    stages.on(new ActionRefused(OFFICE, sleep, Judgement.UNDONE + "2 replicas", EVENING));
    stages.on(new ActionRefused(OFFICE, sleep, Judgement.NOT_YET + "a pod came", EVENING));
    assertThat(stages.remember().alarm()).isEmpty();

    stages.on(new ActionRefused(OFFICE, sleep, "the quota is used up", EVENING));
    assertThat(stages.remember().alarm()).isPresent();
  }

  @Test
  void aRestartKnowsHowFarItHasCome() {
    Town town = town().until(READY_BY.plus(AN_HOUR));
    town.start();
    town.until(night(1).minus(Duration.ofMinutes(30)));
    town.start();

    town.until(night(1));

    assertThat(town.fleet.awake()).isZero();
    assertThat(stages(town)).containsExactly(Stage.SHARE, Stage.ALL);
  }

  @Test
  void whoeverChoosesTheModeAgainBeginsWithTheShareAgain() {
    Town town = town().until(night(1));
    town.mode = Mode.ACTIVE;
    town.start();
    town.until(night(2));
    town.mode = Mode.STAGED;
    town.start();

    town.until(night(3));

    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(stages(town)).containsExactly(Stage.SHARE, Stage.ALL, Stage.SHARE);
  }

  private static Instant night(int number) {
    return EVENING.plus(AN_HOUR).plus(A_DAY.multipliedBy(number));
  }

  private static List<Stage> stages(Town town) {
    return town.events(StageBegun.class).stream().map(StageBegun::stage).toList();
  }

  private static String said(PlanSkipped skipped, Locale locale) {
    return new Sentences(locale, ZoneOffset.UTC, UnaryOperator.identity()).of(skipped);
  }

  private static Town town() {
    var town = new Town(4, Mode.STAGED);
    town.agree(
        Town.POLICY.replace(
            "{from: Mon 20:00, to: Tue 06:00}",
            "{every: Mon-Fri, from: \"20:00\", to: \"06:00\"}"));
    return town;
  }
}
