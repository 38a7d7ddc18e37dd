package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ImpatientTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final CountDownLatch answers = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
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
    var port = new Impatient(new Partly(), LONG, LONG);

    assertThat(sleep(port, "office/mail")).isEqualTo(Answer.DONE);
    assertThat(wake(port, "office/mail")).isEqualTo(Answer.DONE);
  }

  @Test
  void whatHangsInOneNamespaceIsUnknownAndHoldsUpNoOther() {
    var port = new Impatient(new Partly(), SHORT, LONG);

    assertThat(wake(port, "office/hung"))
        .isEqualTo(
            new Answer.Unknown(
                "deployment/office/hung: the API server does not answer about namespace office"));
    assertThat(wake(port, "school/library")).isEqualTo(Answer.DONE);
    assertThat(sleep(port, "school/library")).isEqualTo(Answer.DONE);
  }

  @Test
  void inASilentNamespaceNothingIsTakenAwayAndWhatIsGivenBackIsNotWaitedFor() {
    var port = new Impatient(new Partly(), SHORT, LONG);
    wake(port, "office/hung");

    assertThat(sleep(port, "office/mail")).isInstanceOf(Answer.Unknown.class);
    wake(port, "office/wiki");

    await().untilAsserted(() -> assertThat(asked).contains("wake deployment/office/wiki"));
    assertThat(asked).doesNotContain("sleep deployment/office/mail");
  }

  @Test
  void aSleepThatIsNotAnsweredIsGivenUpSoThatItDoesNotComeLate() throws InterruptedException {
    sleep(new Impatient(new Partly(), SHORT, LONG), "office/hung");

    interrupted.await();
  }

  @Test
  void aWakeThatIsUnderWayGoesOnAndIsNotAskedForTwice() {
    var port = new Impatient(new Partly(), SHORT, SHORT);
    wake(port, "office/hung");
    wake(port, "office/hung");
    assertThat(asked).containsExactly("wake deployment/office/hung");
    answers.countDown();

    await().until(() -> wake(port, "office/hung"), Answer.DONE::equals);
    assertThat(interrupted.getCount()).isOne();
  }

  @Test
  void aNamespaceThatWasSilentIsAskedAgainAfterAWhile() {
    var port = new Impatient(new Partly(), SHORT, SHORT);
    wake(port, "office/hung");

    await().until(() -> sleep(port, "office/mail"), Answer.DONE::equals);
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

    assertThatThrownBy(() -> wake(new Impatient(faulty), "office/mail")).hasMessage("a bug");
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
