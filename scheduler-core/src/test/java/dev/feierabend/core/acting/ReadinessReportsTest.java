package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ReadinessPort.Tested;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.language.AllowedHosts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Mornings on which everything runs again, and a test says whether it serves.
class ReadinessReportsTest {
  private static final URI HEALTH = URI.create("https://permits.example.de/health");
  private static final URI DATABASE = URI.create("tcp://db.example.de:5432");
  private static final Tested DOWN = new Tested.Failed("answered 503");
  private static final Instant SOON = WAKE.plus(Duration.ofMinutes(15));
  private static final Duration A_DAY = Duration.ofDays(1);

  @Test
  void whatRunsIsReadyOnlyOnceItsTestPasses() {
    Town town = agreed(HEALTH.toString());
    town.services.says.put(HEALTH, DOWN);

    town.until(SOON);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(CapacityReady.class)).isEmpty();
    assertThat(town.reconciler.busy()).isTrue();

    town.services.says.put(HEALTH, Tested.PASSED);
    town.until(READY_BY);
    assertThat(town.events(CapacityReady.class))
        .singleElement()
        .satisfies(ready -> {
          assertThat(ready.at()).isEqualTo(SOON);
          assertThat(ready.workloads()).isEqualTo(8);
        });
    assertThat(town.events(WakeLate.class)).isEmpty();
    assertThat(town.reconciler.busy()).isFalse();
  }

  @Test
  void aTestThatDoesNotPassInTimeIsLateOnceAndSaysWhy() {
    Town town = agreed(HEALTH.toString());
    town.services.says.put(HEALTH, DOWN);

    town.until(READY_BY.plus(Duration.ofHours(1)));

    assertThat(town.events(WakeLate.class))
        .singleElement()
        .satisfies(late -> {
          assertThat(late.subject()).isEqualTo("ahausen-office");
          assertThat(late.at()).isEqualTo(READY_BY);
          assertThat(late.because())
              .isEqualTo("its readiness test https://permits.example.de/health: answered 503");
        });
    assertThat(town.events(CapacityReady.class)).isEmpty();
    assertThat(town.reconciler.busy()).isFalse();

    town.services.says.put(HEALTH, Tested.PASSED);
    town.until(town.now.plusSeconds(60));
    assertThat(town.events(CapacityReady.class)).hasSize(1);
  }

  @Test
  void everyTestMustPassAndAnAnswerThatIsOutIsNone() {
    Town town = agreed("[" + HEALTH + ", \"" + DATABASE + "\"]");
    town.services.says.put(HEALTH, Tested.PASSED);

    town.until(READY_BY.plusSeconds(60));

    assertThat(town.events(WakeLate.class))
        .extracting(WakeLate::because)
        .containsExactly("its readiness test tcp://db.example.de:5432: no answer yet");
  }

  @Test
  void nothingIsAskedBeforeTheLastIsBackAndOlderAnswersDoNotCount() {
    Town town = agreed(HEALTH.toString());
    town.fleet.stuck.add(TinyFleet.guest(0));
    town.until(SOON);
    assertThat(town.services.asked).isEmpty();

    town.fleet.stuck.clear();
    town.until(READY_BY);

    assertThat(town.services.asked).isNotEmpty().allMatch(since -> !since.isBefore(SOON));
  }

  @Test
  void aRestartWaitsForTheTestAsBefore() {
    Town town = agreed(HEALTH.toString()).until(SOON);
    town.start();

    town.until(READY_BY.plusSeconds(60));

    assertThat(town.events(CapacityReady.class)).isEmpty();
    assertThat(town.events(WakeLate.class)).hasSize(1);
    assertThat(town.services.asked).allMatch(since -> since.isBefore(SOON));
  }

  @Test
  void anAdapterThatFailsHoldsUpTheLookOfNobody() {
    Town town = agreed(HEALTH.toString()).until(EVENING);
    town.services.failing = true;

    town.until(READY_BY.plusSeconds(60));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(WakeLate.class))
        .singleElement()
        .extracting(WakeLate::because)
        .asString()
        .endsWith("/health: java.lang.IllegalStateException: broken");
  }

  @Test
  void whatSleepsAgainBeforeItsTestPassedIsAwaitedNoLonger() {
    Town town = agreed(HEALTH.toString()).until(EVENING.plus(A_DAY).plusSeconds(3600));
    assertThat(town.fleet.awake()).isZero();
    town.services.says.put(HEALTH, Tested.PASSED);

    town.until(READY_BY.plus(A_DAY));

    assertThat(town.events(CapacityReady.class))
        .extracting(CapacityReady::readyBy)
        .containsExactly(READY_BY.plus(A_DAY));
  }

  @Test
  void aHostThatTheOperatorDoesNotAllowIsNeverAsked() {
    var services = new TinyService();
    services.says.put(HEALTH, Tested.PASSED);

    assertThat(services.only(new AllowedHosts(List.of("*.example.de"))).ask(HEALTH, WAKE))
        .isEqualTo(Tested.PASSED);
    services.asked.clear();
    assertThat(services.only(AllowedHosts.NONE).ask(HEALTH, WAKE))
        .isEqualTo(
            new Tested.Failed(
                "not made, for feierabend.readiness.allowed doesn't name permits.example.de"));
    assertThat(services.asked).isEmpty();
  }

  @Test
  void withoutTheAgreementThereIsNoTest() {
    Town town = agreed(HEALTH.toString()).until(SOON);
    town.withdraw();

    town.until(SOON.plusSeconds(60));

    assertThat(town.events(CapacityReady.class)).hasSize(1);
  }

  private static Town agreed(String test) {
    var town = new Town(4, Mode.ACTIVE);
    town.agree(
        Town.POLICY
            .replace("{lead: PT30M}", "{lead: PT30M, test: " + test + "}")
            .replace("  readyBy", "    - {from: Tue 20:00, to: Wed 06:00}\n  readyBy"));
    return town;
  }
}
