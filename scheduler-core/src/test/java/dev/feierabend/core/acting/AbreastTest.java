package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.leading.Mandate;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.core.waking.Waves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All of one look is cared for abreast, so in any order: here in the reverse one.
class AbreastTest {
  private static final int WORKLOADS = 12;

  private Town town = Town.agreed(1);
  private final List<List<Step>> together = new ArrayList<>();

  @Test
  void whatSleepsAndWakesTogetherDoesSoOnceEachAfterItsIntent() {
    service(100);
    town.until(Town.READY_BY);

    assertThat(together).anyMatch(steps -> steps.size() >= WORKLOADS);
    assertThat(town.cluster.effects)
        .filteredOn(effect -> effect.startsWith("deployment/office/app-"))
        .doesNotHaveDuplicates()
        .hasSize(2 * WORKLOADS);
    assertThat(town.events(ActionIssued.class))
        .filteredOn(issued -> issued.step().subject().startsWith("deployment/"))
        .hasSize(2 * WORKLOADS);
  }

  @Test
  void noMoreAreUnderWayThanMayBe() {
    service(5);
    town.until(Town.EVENING.plusSeconds(60));
    assertThat(town.events(ActionIssued.class)).hasSize(5);

    town.until(Town.EVENING.plusSeconds(180));
    assertThat(town.cluster.replicas.values()).containsOnly(0);
  }

  @Test
  void whoIsWokenWaitsForNoHost() {
    town = Town.agreed(4);
    service(100);
    town.until(Town.READY_BY);

    assertThat(together)
        .anySatisfy(steps -> {
          assertThat(steps).hasAtLeastOneElementOfType(Step.PowerOn.class);
          assertThat(steps).hasAtLeastOneElementOfType(Step.Wake.class);
        });
  }

  @Test
  void whatIsNewWaitsForNothingThatIsUnderWay() {
    town.fleet.stuck.add(TinyFleet.guest(0));
    service(5);
    town.until(Town.READY_BY);

    String underWay = TinyFleet.guest(0).value();
    String fresh = deployment("app-9").value();
    assertThat(together)
        .anySatisfy(steps -> assertThat(steps).extracting(Step::subject).contains(underWay, fresh));
  }

  @Test
  void noneIsEmptiedBeforeAllThatGoAreCordoned() {
    var done = new ArrayList<Step>();
    var steps =
        Stream.of(
            new Step.Drain(TinyFleet.host(1), List.of()),
            new Step.Cordon(TinyFleet.host(2)),
            new Step.Drain(TinyFleet.host(3), List.of()),
            new Step.Cordon(TinyFleet.host(4)));

    carrying().all(Stream.of(), steps.map(step -> new Abreast.Work(step, () -> done.add(step))));

    assertThat(done)
        .<Class<?>>extracting(Step::getClass)
        .containsExactly(Step.Cordon.class, Step.Cordon.class, Step.Drain.class, Step.Drain.class);
  }

  private Carrying carrying() {
    var effects =
        new Effects(new Recorded(), town.fleet, town.fleet, town.services, this::reversed);
    var fence = new Fence(Mandate.ALONE, town.memory.night().actions());
    return new Carrying(Recorder.alone(town::send), effects, fence, true, Town.EVENING);
  }

  private void service(int workloads) {
    IntStream.rangeClosed(1, WORKLOADS)
        .forEach(i -> town.cluster.replicas.put(deployment("app-" + i), 3));
    var settings =
        new Reconciler.Settings(
            town.mode,
            new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            Town.NO_HOLIDAYS,
            new Tuning(0.8, workloads, Staging.USUAL, Pace.FREE, Vigilance.USUAL)
                .with(new Punctuality(0.5, Duration.ZERO, Waves.of(10))));
    var effects =
        new Effects(new Recorded(), town.fleet, town.fleet, town.services, this::reversed);
    town.reconciler = new Reconciler(town.cluster, effects, town.memory, settings, town::send);
  }

  private void reversed(List<Abreast.Work> works) {
    together.add(works.stream().map(Abreast.Work::step).toList());
    works.reversed().forEach(work -> work.run());
  }

  /// Holds every effect against the intents that are recorded by then.
  private final class Recorded implements WorkloadPort {
    @Override
    public Answer sleep(Step.Sleep step, ActionId action) {
      return intended(action, town.cluster.sleep(step, action));
    }

    @Override
    public Answer wake(Step.Wake step, ActionId action) {
      return intended(action, town.cluster.wake(step, action));
    }

    private Answer intended(ActionId action, Answer answer) {
      assertThat(town.memory.night().actions().pending())
          .extracting(ActionIssued::action)
          .contains(action);
      return answer;
    }
  }
}
