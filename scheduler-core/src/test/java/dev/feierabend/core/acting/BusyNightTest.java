package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.reporting.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Eight guests that may sleep from eight on; what each does is recorded by the hour.
class BusyNightTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  void whatBacksUpStaysUpUntilItIsQuietAndTheHistorySaysWhy() {
    Town town = Town.agreed(4);
    Workload first = town.fleet.observe().workloads().getFirst();
    record(town, 0.9, EVENING);

    town.until(EVENING.plus(AN_HOUR.minusMinutes(10)));
    assertThat(town.fleet.awake()).isEqualTo(1);
    record(town, 0.9, EVENING.plus(AN_HOUR));
    town.until(EVENING.plus(AN_HOUR).plus(AN_HOUR.minusMinutes(10)));
    assertThat(town.fleet.awake()).isEqualTo(1);
    record(town, 0.1, EVENING.plus(AN_HOUR.multipliedBy(2)));
    town.until(EVENING.plus(AN_HOUR.multipliedBy(3)));
    assertThat(town.fleet.awake()).isZero();

    assertThat(town.events(PlanSkipped.class))
        .singleElement()
        .satisfies(skipped -> {
          assertThat(skipped.reason()).isEqualTo(new Reason.Busy(first.id(), 90, 50, 30));
          assertThat(new Wording(Locale.ENGLISH).reason(skipped.reason()))
              .isEqualTo(
                  "%s was asked for 90 %% of its size, and from 50 %% on it stays up until it has been quiet for 30 minutes"
                      .formatted(first.id()));
          assertThat(new Wording(Locale.GERMAN).reason(skipped.reason()))
              .isEqualTo(
                  "%s war zu 90 %% ausgelastet und bleibt ab 50 %% wach, bis es 30 Minuten lang ruhig war"
                      .formatted(first.id()));
        });
  }

  @Test
  void aRestartKnowsWhatWasBusy() {
    Town town = Town.agreed(4);
    record(town, 0.9, EVENING);
    town.start();

    town.until(EVENING.plus(AN_HOUR.minusMinutes(10)));
    assertThat(town.fleet.awake()).isEqualTo(1);
    town.until(READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  /// Of all that are awake: the first did that much of its size in the hour before, the others
  /// idled.
  private static void record(Town town, double share, Instant to) {
    List<Workload> workloads = town.fleet.observe().workloads();
    List<Sample> samples =
        workloads.stream()
            .filter(workload -> workload.ready() > 0)
            .map(workload -> {
              boolean first = workload.equals(workloads.getFirst());
              double cores = (first ? share : 0.05) * workload.size().cores();
              return new Sample(workload.id().value(), cores, cores, 0, Optional.empty());
            })
            .toList();
    var load = new PoolLoad(workloads.getFirst().pool(), workloads.size(), samples);
    town.send(
        new RecordUtilisation(
            Owner.of(workloads.getFirst().tenant()), load, to.minus(AN_HOUR), to));
  }
}
