package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Times;
import dev.feierabend.kubernetes.client.Requests;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ImpatientTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final CountDownLatch answers = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final Semaphore goingOn = new Semaphore(2);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// Of what is called `hung` nothing is heard until it answers.
  private final class Partly implements WorkloadPort {
    @Override
    public Answer sleep(Step.Sleep step, ActionId action) {
      return answer("sleep " + step.subject());
    }

    @Override
    public Answer wake(Step.Wake step, ActionId action) {
      return answer("wake " + step.subject());
    }

    private Answer answer(String what) {
      asked.add(what);
      if (what.contains("hung")) {
        try {
          answers.await();
        } catch (InterruptedException e) {
          interrupted.countDown();
          return new Answer.Unknown("interrupted");
        }
      }
      return Answer.DONE;
    }
  }

  @Test
  void whoAnswersIsToldOn() {
    var port = impatient(LONG, LONG);

    assertThat(sleep(port, "office/mail")).isEqualTo(Answer.DONE);
    assertThat(wake(port, "office/mail")).isEqualTo(Answer.DONE);
  }

  @Test
  void whatHangsInOneNamespaceIsUnknownAndHoldsUpNoOther() {
    var port = impatient(SHORT, LONG);

    assertThat(wake(port, "office/hung"))
        .isEqualTo(
            new Answer.Unknown(
                "deployment/office/hung: the API server does not answer about namespace office"));
    assertThat(wake(port, "school/library")).isEqualTo(Answer.DONE);
    assertThat(sleep(port, "school/library")).isEqualTo(Answer.DONE);
  }

  @Test
  void inASilentNamespaceNothingIsTakenAwayAndWhatIsGivenBackIsNotWaitedFor() {
    var port = impatient(SHORT, LONG);
    wake(port, "office/hung");

    assertThat(sleep(port, "office/mail")).isInstanceOf(Answer.Unknown.class);
    wake(port, "office/wiki");

    await().untilAsserted(() -> assertThat(asked).contains("wake deployment/office/wiki"));
    assertThat(asked).doesNotContain("sleep deployment/office/mail");
  }

  @Test
  void aSleepThatIsNotAnsweredIsGivenUpSoThatItDoesNotComeLate() throws InterruptedException {
    sleep(impatient(SHORT, LONG), "office/hung");

    interrupted.await();
  }

  @Test
  void aWakeThatIsUnderWayGoesOnAndIsNotAskedForTwice() {
    var port = impatient(SHORT, SHORT);
    wake(port, "office/hung");
    wake(port, "office/hung");
    assertThat(asked).containsExactly("wake deployment/office/hung");
    answers.countDown();

    await().until(() -> wake(port, "office/hung"), Answer.DONE::equals);
    assertThat(interrupted.getCount()).isOne();
  }

  @Test
  void aNamespaceThatWasSilentIsAskedAgainAfterAWhile() {
    var port = impatient(SHORT, SHORT);
    wake(port, "office/hung");

    await().until(() -> sleep(port, "office/mail"), Answer.DONE::equals);
  }

  @Test
  void noMoreGoOnUnheardThanMayAndTheOthersHaveTheirTurn() {
    var port = impatient(SHORT, LONG);
    for (int i = 0; i < 5; i++) {
      wake(port, "office/hung-" + i);
    }
    await().untilAsserted(() -> assertThat(asked).hasSize(2));
    await().during(SHORT.multipliedBy(4)).untilAsserted(() -> assertThat(asked).hasSize(2));

    answers.countDown();

    await().untilAsserted(() -> assertThat(asked).hasSize(5));
    await().until(goingOn::availablePermits, Integer.valueOf(2)::equals);
  }

  @Test
  void aWakeForWhichThereIsNoRoomIsGivenUpAndAskedForAgain() throws InterruptedException {
    goingOn.acquire(2);
    var port = impatient(SHORT, SHORT);
    wake(port, "office/hung");
    interrupted.await();
    answers.countDown();

    await().until(() -> wake(port, "office/hung"), Answer.DONE::equals);
  }

  /// What was given up hasn't ended yet when the same action is asked for again.
  @Test
  void aSleepThatWasGivenUpIsAskedForAgainThoughItHangsOn() {
    var deaf = new CountDownLatch(1);
    WorkloadPort hanging =
        new WorkloadPort() {
          @Override
          public Answer sleep(Step.Sleep step, ActionId action) {
            asked.add("sleep");
            if (asked.size() == 1) {
              uninterruptibly(deaf);
            }
            return Answer.DONE;
          }

          @Override
          public Answer wake(Step.Wake step, ActionId action) {
            throw new AssertionError();
          }
        };
    var port = new Impatient(hanging, new Patience(new Times(SHORT, SHORT), goingOn));
    assertThat(sleep(port, "office/mail")).isInstanceOf(Answer.Unknown.class);

    await().until(() -> sleep(port, "office/mail"), Answer.DONE::equals);
    assertThat(asked).hasSize(2);
    deaf.countDown();
  }

  @Test
  void aFaultOfTheAdapterIsAFaultHereToo() {
    WorkloadPort faulty =
        new WorkloadPort() {
          @Override
          public Answer sleep(Step.Sleep step, ActionId action) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public Answer wake(Step.Wake step, ActionId action) {
            throw new IllegalStateException("a bug");
          }
        };

    assertThatThrownBy(
            () -> wake(new Impatient(faulty, new Requests(3).namespaces()), "office/mail"))
        .hasMessage("a bug");
  }

  private static void uninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException _) {
        // as deaf as a thread that doesn't wait
      }
    }
  }

  private WorkloadPort impatient(Duration moment, Duration silence) {
    return new Impatient(new Partly(), new Patience(new Times(moment, silence), goingOn));
  }

  private static Answer sleep(WorkloadPort port, String name) {
    return port.sleep(new Step.Sleep(id(name), 0), new ActionId("sleep/" + name + "#1"));
  }

  private static Answer wake(WorkloadPort port, String name) {
    return port.wake(
        new Step.Wake(id(name), 1, 0, Optional.empty()), new ActionId("wake/" + name + "#1"));
  }

  private static WorkloadId id(String name) {
    return new WorkloadId("deployment/" + name);
  }
}
