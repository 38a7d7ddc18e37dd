package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.Town.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A night measured every five minutes, minute by minute: the first two guests of a pool of eight
/// may not sleep, and stand for what the town does.
class VigilTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant MIDNIGHT = EVENING.plus(Duration.ofHours(4));

  /// Those two are awake; each does four cores from a time on, till another.
  private static final String KEPT_AWAKE = "  workloads: {labels: {sleeps: \"yes\"}}\n";

  private final Town town = Town.agreed(4, KEPT_AWAKE);
  private final List<Instant> asked = new ArrayList<>();
  private Instant surge = Instant.MAX;
  private Instant quiet = Instant.MAX;
  private boolean out;

  VigilTest() {
    for (int i = 2; i < 8; i++) {
      town.fleet.labels.put(guest(i), Map.of("sleeps", "yes"));
    }
  }

  /// What each of those that are up did in the mean of a time.
  private final LoadSource source =
      (from, to) -> {
        if (out) {
          throw new Outage("Nobody answers");
        }
        asked.add(to);
        List<Workload> workloads = town.fleet.observe().workloads();
        boolean busy = to.isAfter(surge) && !to.isAfter(quiet);
        List<Sample> samples =
            workloads.stream()
                .filter(workload -> workload.ready() > 0)
                .map(workload -> {
                  double cores = busy ? 2 : 0.05;
                  return new Sample(workload.id().value(), cores, cores, 0, Optional.empty());
                })
                .toList();
        return List.of(new PoolLoad(TinyFleet.OFFICE, workloads.size(), samples));
      };

  @Test
  void loadThatRisesWhileHostsSleepIsAnsweredWithinOneInterval() {
    live(MIDNIGHT, INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(2);
    assertThat(town.fleet.on()).isLessThan(4);

    surge = MIDNIGHT.plus(Duration.ofMinutes(7));
    live(surge, INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(2);
    Instant answered = surge;
    while (town.fleet.effects.stream().noneMatch(it -> it.startsWith("wake"))) {
      answered = answered.plus(MINUTE);
      live(answered, INTERVAL);
      assertThat(answered).isBefore(surge.plus(HOUR));
    }

    // Measured a minute or more later, asked for in the same minute, told in the one after it.
    assertThat(Duration.between(surge, answered)).isLessThanOrEqualTo(INTERVAL.plus(MINUTE));
    live(surge.plus(Duration.ofMinutes(20)), INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(PlanSkipped.class).getLast().reason()).isInstanceOf(Reason.Surge.class);
  }

  /// The same by what is recorded alone.
  @Test
  void byTheHourItTakesUpToAnHour() {
    live(MIDNIGHT, HOUR);
    surge = MIDNIGHT.plus(Duration.ofMinutes(7));
    live(MIDNIGHT.plus(HOUR.minusMinutes(1)), HOUR);
    assertThat(town.fleet.awake()).isEqualTo(2);

    live(MIDNIGHT.plus(HOUR.plusMinutes(20)), HOUR);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void itSleepsAgainOnceItHasBeenQuietAndNotBefore() {
    live(MIDNIGHT, INTERVAL);
    surge = MIDNIGHT;
    quiet = MIDNIGHT.plus(Duration.ofMinutes(10));
    live(quiet.plus(Duration.ofMinutes(30)), INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(8);

    live(quiet.plus(Duration.ofMinutes(45)), INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(2);
    assertThat(town.events(PlanSkipped.class)).hasSize(1);
  }

  @Test
  void theHistoryHasTheHoursAndTheAnswerAndNoIntervalMore() {
    live(MIDNIGHT, INTERVAL);
    long before = town.log.head().number();
    surge = MIDNIGHT;
    quiet = MIDNIGHT.plus(Duration.ofMinutes(10));
    live(MIDNIGHT.plus(HOUR.multipliedBy(4)), INTERVAL);
    long after = town.log.head().number();

    var watched = new VigilTest();
    watched.live(MIDNIGHT, INTERVAL);
    long calm = watched.town.log.head().number();
    watched.live(MIDNIGHT.plus(HOUR.multipliedBy(4)), INTERVAL);
    long calmAfter = watched.town.log.head().number();
    var hourly = new VigilTest();
    hourly.live(MIDNIGHT, HOUR);
    hourly.live(MIDNIGHT.plus(HOUR.multipliedBy(4)), HOUR);

    System.out.printf(
        "VigilTest: commits of four hours: %d with a surge, %d without; asked %d times%n",
        after - before, calmAfter - calm, watched.asked.size());
    assertThat(calmAfter - calm).as("an hour each").isEqualTo(4);
    assertThat(watched.town.log.head().number()).isEqualTo(hourly.town.log.head().number());
    assertThat(after - before).as("a surge is its plan and its wakes").isLessThan(100);
  }

  @Test
  void byDayNothingIsMeasuredButTheHours() {
    live(EVENING.minus(Duration.ofMinutes(40)), INTERVAL);
    assertThat(asked).allMatch(at -> at.getEpochSecond() % 3600 == 0);

    live(EVENING, INTERVAL);
    assertThat(asked.stream().filter(at -> at.getEpochSecond() % 3600 != 0).findFirst())
        .contains(EVENING.minus(Duration.ofMinutes(30)));
  }

  @Test
  void anOutageOfTheSourceWakesNobodyAndTheNextIntervalIsMeasured() {
    live(MIDNIGHT, INTERVAL);
    out = true;
    surge = MIDNIGHT;
    live(MIDNIGHT.plus(Duration.ofMinutes(12)), INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(2);

    out = false;
    live(MIDNIGHT.plus(Duration.ofMinutes(30)), INTERVAL);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  /// Minute by minute until then: hours are recorded, intervals measured, and it is looked at every
  /// five minutes, while something is under way every minute, and when it is called for.
  private void live(Instant until, Duration interval) {
    var vigil = new Vigil(source, town.fleet, town.memory, town.reconciler, () -> look(town.now));
    while (town.now.isBefore(until)) {
      Instant now = town.now;
      if (ends(HOUR, now)) {
        record(now);
      }
      if (ends(interval, now) && !interval.equals(HOUR)) {
        unlessOut(() -> vigil.ended(now.minus(interval), now));
      }
      if (town.reconciler.busy() || ends(INTERVAL, now)) {
        look(now);
      }
      town.now = now.plus(MINUTE);
    }
  }

  private void look(Instant now) {
    town.reconciler.tick(now);
  }

  private void record(Instant now) {
    unlessOut(() ->
        source
            .between(now.minus(HOUR), now)
            .forEach(load ->
                town.send(
                    new RecordUtilisation(
                        Owner.of(TinyFleet.AHAUSEN), load, now.minus(HOUR), now))));
  }

  private static void unlessOut(Runnable work) {
    try {
      work.run();
    } catch (Outage _) {
      // The next interval is another chance.
    }
  }

  private static boolean ends(Duration interval, Instant at) {
    return at.getEpochSecond() % interval.toSeconds() == 0;
  }
}
