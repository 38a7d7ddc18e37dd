package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CadenceTest {
  private final Town town = Town.agreed(4);
  private final Jobs jobs = new Jobs();
  private final Cadence cadence =
      new Cadence(town.reconciler, jobs, town.clock, Cadence.Beat.MINUTES);

  @Test
  void everyLookIsFollowedByTheNext() {
    cadence.start();
    jobs.run("reconcile");
    jobs.run("reconcile");

    assertThat(jobs.byKey).containsOnlyKeys("reconcile");
  }

  @Test
  void aLookUnderWayWhenItIsStoppedIsTheLast() {
    town.until(Town.EVENING);
    cadence.start();
    jobs.run("reconcile");
    town.fleet.before = cadence::stop;
    jobs.run("reconcile");

    assertThat(town.fleet.effects).isNotEmpty();
    assertThat(jobs.byKey).isEmpty();
  }

  /// It may ring while it is stopped.
  @Test
  void aLookThatBeginsOnceItIsStoppedSeesNothing() {
    town.until(Town.EVENING);
    cadence.start();
    Runnable rung = jobs.byKey.get("reconcile");
    cadence.stop();
    rung.run();

    assertThat(cadence.looked()).isEqualTo(Instant.EPOCH);
    assertThat(jobs.byKey).isEmpty();
  }

  @Test
  void startedAgainItLooksAgain() {
    cadence.start();
    cadence.stop();
    assertThat(jobs.byKey).isEmpty();

    cadence.start();
    jobs.run("reconcile");
    assertThat(jobs.byKey).containsOnlyKeys("reconcile");
  }

  /// Else a wake that falls into an outage would wait for the next look at rest.
  @Test
  void afterALookThatSawNothingTheNextComesSoon() {
    town.fleet.away = true;
    cadence.start();
    jobs.run("reconcile");
    assertThat(jobs.when).isEqualTo(town.clock.instant().plus(Cadence.Beat.MINUTES.inVain()));

    town.fleet.away = false;
    jobs.run("reconcile");
    assertThat(jobs.when).isEqualTo(town.clock.instant().plus(Cadence.Beat.MINUTES.atRest()));
  }

  /// Runs what a test tells it to.
  private static final class Jobs implements Timetable {
    private final Map<String, Runnable> byKey = new TreeMap<>();
    private Instant when = Instant.MIN;

    void run(String key) {
      Optional.ofNullable(byKey.remove(key)).orElseThrow().run();
    }

    @Override
    public void at(Instant when, String key, Runnable job) {
      this.when = when;
      byKey.put(key, job);
    }

    @Override
    public void every(Instant first, Duration period, String key, Runnable job) {
      byKey.put(key, job);
    }

    @Override
    public void cancel(String key) {
      byKey.remove(key);
    }
  }
}
