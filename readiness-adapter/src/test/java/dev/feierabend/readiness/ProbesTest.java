package dev.feierabend.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is asked when, with a probe in the test's hand.
class ProbesTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T05:00:00Z");
  private static final URI HEALTH = URI.create("https://permits.example.de/health");
  private static final Tested DOWN = new Tested.Failed("answered 503");

  private final List<URI> asked = new CopyOnWriteArrayList<>();
  private final Semaphore answers = new Semaphore(0);
  private volatile Tested says = Tested.PASSED;
  private volatile Instant now = MORNING;
  private final Probes probes = new Probes(this::answer, () -> now);

  private Tested answer(URI target) {
    asked.add(target);
    answers.acquireUninterruptibly();
    return says;
  }

  @Test
  void nobodyWaitsForAnAnswerAndWhileItIsOutNobodyIsAskedAgain() {
    assertThat(probes.ask(HEALTH, MORNING)).isEqualTo(Tested.PENDING);
    await().until(() -> asked.size() == 1);
    assertThat(probes.ask(HEALTH, MORNING)).isEqualTo(Tested.PENDING);
    assertThat(probes.ask(HEALTH, MORNING)).isEqualTo(Tested.PENDING);

    answers.release();
    await().until(() -> probes.ask(HEALTH, MORNING).equals(Tested.PASSED));
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatPassedIsNotAskedAgainUntilThatIsTooLongAgo() {
    answers.release(2);
    await().until(() -> probes.ask(HEALTH, MORNING).equals(Tested.PASSED));
    assertThat(probes.ask(HEALTH, MORNING)).isEqualTo(Tested.PASSED);
    assertThat(asked).hasSize(1);

    now = MORNING.plusSeconds(86_400);
    assertThat(probes.ask(HEALTH, now)).isEqualTo(Tested.PENDING);
    await().until(() -> probes.ask(HEALTH, now).equals(Tested.PASSED));
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatFailedIsAskedAgainAndMayRecover() {
    says = DOWN;
    answers.release();
    await().until(() -> probes.ask(HEALTH, MORNING).equals(DOWN));
    await().until(() -> asked.size() == 2);
    assertThat(probes.ask(HEALTH, MORNING)).isEqualTo(DOWN);

    says = Tested.PASSED;
    answers.release();
    await().until(() -> probes.ask(HEALTH, MORNING).equals(Tested.PASSED));
  }

  @Test
  void onlySoManyAreAskedAtOnceAndTheOthersHaveTheirTurn() {
    List<URI> many =
        IntStream.range(0, 40).mapToObj(i -> URI.create("tcp://h" + i + ".example:1")).toList();
    many.forEach(target -> probes.ask(target, MORNING));
    await().until(() -> asked.size() == 16);
    await().during(Duration.ofMillis(200)).until(() -> asked.size() == 16);

    answers.release(many.size());
    await().until(() -> many.stream().allMatch(t -> probes.ask(t, MORNING).equals(Tested.PASSED)));
  }
}
