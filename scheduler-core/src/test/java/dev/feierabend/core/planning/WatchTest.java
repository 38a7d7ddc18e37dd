package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.WatchedPool.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanCommand.RecordSkip;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Of workloads with four cores: from two on they are busy, kept with one core from 0.8 on.
class WatchTest {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Vigilance USUAL = Vigilance.USUAL;

  @Test
  void whatIsBusyStaysUpAndSaysHowMuchWasAskedOfIt() {
    var pool = new WatchedPool(3, 0).measured(0, 2.6, AT).measured(1, 1.9, AT);

    assertThat(pool.against(USUAL, AT))
        .isEqualTo(new TreeMap<>(Map.of(id(0), new Reason.Busy(id(0), 65, 50, 30))));
  }

  @Test
  void whatWasBusyMayNotSleepBeforeItHasBeenQuietForTheStatedTime() {
    var pool = new WatchedPool(3, 0).measured(0, 4, AT);
    for (int i = 1; i < 12; i++) {
      pool.measured(0, 0.1, AT.plus(STEP.multipliedBy(i)));
    }

    assertThat(pool.against(USUAL, AT.plus(Duration.ofMinutes(34)))).containsOnlyKeys(id(0));
    assertThat(pool.against(USUAL, AT.plus(Duration.ofMinutes(35)))).isEmpty();
  }

  @Test
  void whatIsNoLongerMeasuredCountsAsBusyAndWhatNeverWasAsQuiet() {
    var pool = new WatchedPool(2, 0).measured(0, 0.1, AT);

    assertThat(pool.against(USUAL, AT.plus(Duration.ofMinutes(36))))
        .isEqualTo(
            new TreeMap<>(Map.of(id(0), new Reason.Doubt(id(0) + ", load measured until " + AT))));
  }

  @Test
  void whatSleepsIsNotMissedByWhoeverMeasures() {
    var pool = new WatchedPool(1, 0).measured(0, 0.1, AT).asleep(0, true);

    assertThat(pool.against(USUAL, AT.plus(Duration.ofHours(6)))).isEmpty();
  }

  @Test
  void whereLoadRisesAmongWhatIsAwakeAllOfThePoolWakes() {
    var pool = new WatchedPool(3, 0).asleep(2, true).measured(0, 3.5, AT).measured(1, 2.5, AT);
    var surge = new Reason.Surge(WatchedPool.POOL, 50, 50, 30);

    assertThat(pool.against(USUAL, AT).values()).hasSize(3).containsOnly(surge);
  }

  /// An hour and its last five minutes, both of all that is awake.
  @Test
  void intervalsThatEndAtOnceAreNotAddedUp() {
    var pool = new WatchedPool(3, 0).asleep(2, true).measured(0, 1.5, AT).measured(1, 1.5, AT);
    MeasuredLoad twice =
        workload ->
            pool.of(workload).stream()
                .flatMap(it ->
                    Stream.of(
                        new MeasuredLoad.Reading(AT.minus(Duration.ofHours(1)), AT, it.cores()),
                        it))
                .toList();

    assertThat(new Watch(USUAL, twice).against(pool.workloads(AT), pool.released(), AT)).isEmpty();
  }

  @Test
  void oneBusyWorkloadOfManyKeepsNobodyElseAwake() {
    var pool = new WatchedPool(5, 0).asleep(2, true).measured(0, 4, AT);

    assertThat(pool.against(USUAL, AT)).containsOnlyKeys(id(0));
  }

  @Test
  void whatWouldNotFitIntoWhatIsKeptStaysUpAndWhatOutgrowsItWakes() {
    var pool = new WatchedPool(5, 1).measured(0, 0.9, AT).asleep(1, true).measured(1, 0.9, AT);
    pool.measured(2, 0.7, AT);

    assertThat(pool.against(USUAL, AT))
        .containsOnlyKeys(id(0), id(1))
        .containsEntry(id(1), new Reason.Busy(id(1), 90, 80, 30));
  }

  @Test
  void whoseLoadContradictsIsNoSleeperAndThatIsRecordedOnce() {
    var pool = new WatchedPool(3, 0).measured(0, 2.6, AT);
    var busy = pool.against(USUAL, AT);
    Guards guards = guards(busy);
    List<PowerPlan.Sleeper> sleepers =
        Sleepers.among(pool.workloads(AT), pool.released(), guards, AT);
    var plan = new PowerPlan(List.of(), sleepers, List.of(), "digest");

    assertThat(plan.windows()).containsOnlyKeys(id(1), id(2));
    assertThat(Skips.of(pool.workloads(AT), pool.released(), plan, guards, AT))
        .containsExactly(new RecordSkip(Owner.of(PlannedWorld.TENANT), busy.get(id(0)), AT));
    assertThat(recorded(new Reason.Busy(id(0), 65, 50, 30), new Reason.Busy(id(0), 71, 50, 30)))
        .isEqualTo(1);
    assertThat(recorded(new Reason.Busy(id(0), 65, 50, 30), new Reason.Busy(id(1), 65, 50, 30)))
        .isEqualTo(2);
  }

  @Test
  void aPlanWithoutAnythingBusyHasTheDigestItHadBeforeThereWasAWatch() {
    assertThat(guards(new TreeMap<>()).canonical()).doesNotContainKey("busy");
    assertThat(guards(new WatchedPool(1, 0).measured(0, 4, AT).against(USUAL, AT)).canonical())
        .containsKey("busy");
  }

  @Test
  void sharesOfNothingAndQuietTimesOverWhatIsRememberedAreRefused() {
    assertThatThrownBy(() -> new Vigilance(0, 0.5, 0.8, STEP))
        .hasMessage("Expected at feierabend.busy shares above 0 but found 0.0, 0.5 and 0.8");
    assertThatThrownBy(() -> new Vigilance(0.5, 0.5, Double.NaN, STEP)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Vigilance(0.5, 0.5, 0.8, Duration.ofHours(7)))
        .hasMessage("Expected at feierabend.busy.quiet PT0S to PT5H but found PT7H");
  }

  private static Guards guards(SortedMap<WorkloadId, Reason> busy) {
    return new Guards(
        Guards.Rules.CAUTIOUS,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        busy,
        Set.of(),
        Optional.empty());
  }

  private static int recorded(Reason... reasons) {
    var events = new ArrayList<PlanningEvent>();
    PlanState state = PlanState.NONE;
    for (Reason reason : reasons) {
      var skip = new RecordSkip(Owner.OPERATOR, reason, AT);
      if (state.decide(skip) instanceof Decision.Accepted(var decided)) {
        for (var event : decided) {
          events.add((PlanningEvent) event);
          state = state.evolve((PlanningEvent) event);
        }
      }
    }
    return events.size();
  }
}
