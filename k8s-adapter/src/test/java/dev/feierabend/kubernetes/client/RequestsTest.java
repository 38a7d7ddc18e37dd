package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.acting.Abreast.Work;
import dev.feierabend.core.acting.Step;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestsTest {
  private static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final Step ADMIT = new Step.Admit(HOST);
  private static final Step WAKE =
      new Step.Wake(new WorkloadId("deployment/office/mail"), 3, 0, Optional.empty());

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void hostsThatHangLetEveryWakeAndEveryPowerOnPass() {
    var passed = new CountDownLatch(100 + 1);
    var works = new ArrayList<>(Collections.nCopies(100, new Work(ADMIT, () -> await(passed))));
    works.add(new Work(new Step.PowerOn(HOST), passed::countDown));
    works.addAll(Collections.nCopies(100, new Work(WAKE, passed::countDown)));

    new Requests(3 * 8).all(works);

    assertThat(passed.getCount()).isZero();
  }

  @Test
  void threeQuartersAreForWhatIsWaitedFor() {
    var full = new CountDownLatch(24);
    Runnable counted =
        () -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          full.countDown();
          await(full);
          underWay.decrementAndGet();
        };

    new Requests(32).all(Collections.nCopies(100, new Work(WAKE, counted)));

    assertThat(most).hasValue(24);
  }

  /// Else its lane stood empty while it is recorded.
  @Test
  void whatWaitsForALaneIsRecordedByThen() {
    var recorded = new CountDownLatch(96);
    BooleanSupplier intent =
        () -> {
          recorded.countDown();
          return true;
        };

    new Requests(32).all(Collections.nCopies(96, new Work(WAKE, intent, () -> await(recorded))));

    assertThat(recorded.getCount()).isZero();
  }

  @Test
  void whatIsNotRecordedIsNotAskedFor() {
    var asked = new AtomicInteger();

    new Requests(32).all(List.of(new Work(WAKE, () -> false, asked::incrementAndGet)));

    assertThat(asked).hasValue(0);
  }

  @Test
  void eachShareNeedsOne() {
    new Requests(3).all(List.of(new Work(ADMIT, () -> {}), new Work(WAKE, () -> {})));

    assertThatThrownBy(() -> new Requests(2))
        .hasMessage("Expected at least 3 requests at once but found 2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
