package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.kubernetes.clusters.ClustersEffects;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOURS = Duration.ofHours(2);

  private final VirtualTime time = new VirtualTime(NOON);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private Runnable atLook = () -> {};

  /// Whoever looks at a fleet that can't be seen does nothing else.
  private Shift shift(Duty... duties) {
    FleetPort unseen =
        () -> {
          done.add("look");
          atLook.run();
          throw new Outage("It can't be seen");
        };
    var settings =
        new Reconciler.Settings(
            Mode.SHADOW,
            Rules.CAUTIOUS,
            Duration.ofMinutes(5),
            new Evaluation(HolidayCalendar.NONE));
    var nobody = new ClustersEffects(List.of());
    var effects = new Effects(nobody, nobody, nobody);
    var reconciler =
        new Reconciler(unseen, effects, Memory.empty(), settings, _ -> Decision.nothing());
    var hourly = new Hourly(time, "work", (_, _) -> done.add("hour"));
    var cadence = new Cadence(reconciler, time, time, Cadence.Beat.MINUTES);
    return new Shift(cadence, List.of(hourly), List.of(duties), time, false);
  }

  @Test
  void nothingIsLookedAtAnyMoreWhileADutyTakesItsTimeToEnd() {
    var shift = shift(new Ending(() -> time.runFor(HOURS)));
    shift.start();
    time.runFor(HOURS);
    assertThat(done).contains("look", "hour");
    done.clear();

    shift.stop();

    assertThat(done).containsExactly("end");
  }

  @Test
  void aDutyThatCannotEndKeepsNothingElseOn() {
    var shift = shift(new Ending(ShiftTest::fail), new Ending(() -> {}));
    shift.start();

    shift.stop();
    time.runFor(HOURS);

    assertThat(done).containsExactly("end", "end");
    assertThat(shift.isRunning()).isFalse();
  }

  @Test
  void aDutyThatCannotBeginKeepsNothingElseFromItsWorkNorFromItsEnd() {
    var shift = shift(new Failing(), new Ending(() -> {}));
    shift.start();
    time.runFor(HOURS);
    assertThat(shift.isRunning()).isTrue();
    assertThat(done).contains("look", "hour");
    done.clear();

    shift.stop();
    time.runFor(HOURS);

    assertThat(done).containsExactly("end");
  }

  @Test
  void aLookThatIsUnderWayAtTheEndIsTheLast() {
    var shift = shift();
    shift.start();
    atLook = shift::stop;

    time.runFor(HOURS);

    assertThat(done).containsExactly("look");
  }

  @Test
  void aTurnOfLeadingThatFailsIsFollowedByTheNext() {
    Leadership faulty =
        new Leadership() {
          @Override
          public Standing ask() {
            done.add("ask");
            if (done.size() == 1) {
              fail();
            }
            return new Standing.Follows("other", 4);
          }

          @Override
          public void resign() {}
        };
    var leading = new Leading(faulty, shift(), new Lease(time), Duration.ofMillis(10));
    leading.start();
    try {
      await().untilAsserted(() -> assertThat(done).hasSizeGreaterThan(1));
    } finally {
      leading.stop();
    }
  }

  private static void fail() {
    throw new IllegalStateException("planted");
  }

  private final class Ending implements Duty {
    private final Runnable effect;

    Ending(Runnable effect) {
      this.effect = effect;
    }

    @Override
    public void begin() {}

    @Override
    public void end() {
      done.add("end");
      effect.run();
    }
  }

  private static final class Failing implements Duty {
    @Override
    public void begin() {
      fail();
    }

    @Override
    public void end() {}
  }
}
