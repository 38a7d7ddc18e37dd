package dev.feierabend.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every timetable does, whether its time is real or virtual.
public abstract class TimetableContract {
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final List<Instant> when = new CopyOnWriteArrayList<>();

  /// The one under test, with no memory of earlier tests.
  protected abstract Timetable timetable();

  /// What its clock says.
  protected abstract Instant now();

  /// Returns when its clock has gone on by at least `duration` and what was due has run.
  protected abstract void letPass(Duration duration);

  /// A while that is long against the timetable's own delays.
  protected Duration aWhile() {
    return Duration.ofMillis(200);
  }

  private Instant in(double whiles) {
    return now().plusNanos((long) (whiles * aWhile().toNanos()));
  }

  private void letPass(double whiles) {
    letPass(Duration.ofNanos((long) (whiles * aWhile().toNanos())));
  }

  private Runnable job(String name) {
    return () -> {
      ran.add(name);
      when.add(now());
    };
  }

  @Test
  void aJobRunsOnceAndNotBeforeItsInstant() {
    Instant due = in(1);
    timetable().at(due, "job", job("job"));

    letPass(4);

    assertThat(ran).containsExactly("job");
    assertThat(when.getFirst()).isAfterOrEqualTo(due);
  }

  @Test
  void aJobThatIsNotDueDoesNotRun() {
    timetable().at(in(20), "later", job("later"));
    timetable().every(in(20), aWhile(), "often", job("often"));

    letPass(1);

    assertThat(ran).isEmpty();
  }

  @Test
  void jobsRunInTheOrderOfTheirInstants() {
    timetable().at(in(2), "a", job("a"));
    timetable().at(in(1), "b", job("b"));
    timetable().at(in(1.5), "c", job("c"));

    letPass(4);

    assertThat(ran).containsExactly("b", "c", "a");
  }

  @Test
  void jobsOfEqualInstantsRunInTheOrderOfTheirKeys() {
    Instant due = in(1);
    for (String key : List.of("c", "a", "d", "b")) {
      timetable().at(due, key, job(key));
    }

    letPass(3);

    assertThat(ran).containsExactly("a", "b", "c", "d");
  }

  @Test
  void oneJobRunsAtATime() {
    var running = new AtomicInteger();
    var together = new AtomicInteger();
    Instant due = in(1);
    for (String key : List.of("a", "b", "c")) {
      timetable()
          .at(
              due,
              key,
              () -> {
                together.accumulateAndGet(running.incrementAndGet(), Math::max);
                ran.add(key);
                running.decrementAndGet();
              });
    }

    letPass(3);

    assertThat(ran).hasSize(3);
    assertThat(together).hasValue(1);
  }

  @Test
  void aJobInThePastRunsAtOnce() {
    Instant asked = now();
    timetable().at(asked.minus(Duration.ofDays(1)), "late", job("late"));

    letPass(2);

    assertThat(ran).containsExactly("late");
    assertThat(when.getFirst()).isAfterOrEqualTo(asked);
  }

  @Test
  void aJobRunsAgainEveryPeriodFromTheFirstOnNeverTooEarly() {
    Instant first = in(1);
    timetable().every(first, aWhile(), "tick", job("tick"));

    letPass(3.5);

    assertThat(ran).hasSizeBetween(2, 3);
    for (int i = 0; i < ran.size(); i++) {
      assertThat(when.get(i)).isAfterOrEqualTo(first.plus(aWhile().multipliedBy(i)));
    }
  }

  @Test
  void runsMissedBeforeTheStartAreNotMadeUpForOneByOne() {
    timetable().every(in(-100), aWhile().multipliedBy(20), "tick", job("tick"));

    letPass(1);

    assertThat(ran).containsExactly("tick");
  }

  @Test
  void aJobOfTheSameKeyIsReplaced() {
    timetable().at(in(2), "job", job("first"));
    timetable().at(in(2.5), "job", job("second"));
    timetable().every(in(2), aWhile(), "tick", job("often"));
    timetable().at(in(3), "tick", job("once"));

    letPass(5);

    assertThat(ran).containsExactly("second", "once");
  }

  @Test
  void aCancelledJobDoesNotRunAndAnUnknownKeyIsNoMatter() {
    timetable().at(in(1), "job", job("job"));
    timetable().every(in(1), aWhile(), "tick", job("tick"));
    timetable().cancel("job");
    timetable().cancel("tick");
    timetable().cancel("nobody");

    letPass(3);

    assertThat(ran).isEmpty();
  }

  @Test
  void aJobMaySetAnotherAndEndItsOwnRepetition() {
    timetable()
        .every(
            in(1),
            aWhile(),
            "tick",
            () -> {
              ran.add("tick");
              timetable().cancel("tick");
              timetable().at(in(1), "next", job("next"));
            });

    letPass(4);

    assertThat(ran).containsExactly("tick", "next");
  }

  @Test
  void aJobMaySetItselfAgain() {
    var times = new AtomicInteger();
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            ran.add("job");
            if (times.incrementAndGet() < 3) {
              timetable().at(in(0.5), "job", this);
            }
          }
        };
    timetable().at(in(0.5), "job", again);

    letPass(4);

    assertThat(ran).hasSize(3);
  }
}
