package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnhurriedTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<Instant> ended = new CopyOnWriteArrayList<>();

  private static void ends(Unhurried work, Instant hour) {
    work.ended(hour.minus(HOUR), hour);
  }

  @Test
  void whoeverAsksIsNotKeptWaitingAndAnHourThatIsNotDoneLetsTheNextPass() {
    var answered = new CountDownLatch(1);
    var work =
        new Unhurried(
            "work",
            (_, to) -> {
              awaits(answered);
              ended.add(to);
            });
    ends(work, NOON);
    ends(work, NOON.plus(HOUR));
    assertThat(ended).isEmpty();

    answered.countDown();
    work.close();
    assertThat(ended).containsExactly(NOON);

    ends(work, NOON.plus(HOUR.multipliedBy(2)));
    work.close();
    assertThat(ended).containsExactly(NOON, NOON.plus(HOUR.multipliedBy(2)));
  }

  @Test
  void neitherAnOutageNorAMistakeHindersTheNextHour() {
    var work =
        new Unhurried(
            "work",
            (_, to) -> {
              ended.add(to);
              throw to.equals(NOON) ? new Outage("The token is out") : new IllegalStateException();
            });
    for (int hour = 0; hour < 3; hour++) {
      ends(work, NOON.plus(HOUR.multipliedBy(hour)));
      work.close();
    }
    assertThat(ended).hasSize(3);
  }

  @Test
  void whoIsAtWorkHearsAtOnceThatItIsToEndAndThatItIsToGoOn() {
    var heard = new CopyOnWriteArrayList<String>();
    var answered = new CountDownLatch(1);
    var work = new Unhurried("work", new Listening(heard, answered));
    work.began(NOON);

    work.ending();
    work.beginning();

    assertThat(heard).containsExactly("ending", "beginning");
    answered.countDown();
    work.close();
  }

  private record Listening(List<String> heard, CountDownLatch answered) implements Hourly.Task {
    @Override
    public void ended(Instant from, Instant to) {}

    @Override
    public void began(Instant hour) {
      awaits(answered);
    }

    @Override
    public void beginning() {
      heard.add("beginning");
    }

    @Override
    public void ending() {
      heard.add("ending");
    }
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
