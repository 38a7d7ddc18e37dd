package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void allLanesAreUsedAndNoMore() {
    var full = new CountDownLatch(4);
    Runnable work =
        () -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          full.countDown();
          await(full);
          underWay.decrementAndGet();
          done.incrementAndGet();
        };

    new Lanes(4).all(Collections.nCopies(50, work));

    assertThat(most).hasValue(4);
    assertThat(done).hasValue(50);
  }

  @Test
  void oneThatFailsStopsNoOtherAndIsTold() {
    Runnable fails =
        () -> {
          throw new IllegalStateException("no");
        };
    List<Runnable> works =
        Stream.concat(
                Stream.of(fails),
                IntStream.range(0, 9).<Runnable>mapToObj(_ -> done::incrementAndGet))
            .toList();

    assertThatThrownBy(() -> new Lanes(2).all(works)).hasMessage("no");
    assertThat(done).hasValue(9);
  }

  @Test
  void withoutALaneNothingCouldBeAsked() {
    assertThatThrownBy(() -> new Lanes(0)).hasMessage("Expected at least one request but found 0");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
