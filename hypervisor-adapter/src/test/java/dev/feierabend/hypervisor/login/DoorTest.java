package dev.feierabend.hypervisor.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Door.Errand;
import dev.feierabend.hypervisor.login.Door.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DoorTest {
  private Login login = new Login("feierabend", "wrong");
  private Instant now = Instant.parse("2026-11-24T00:00:00Z");
  private final AtomicInteger tries = new AtomicInteger();
  private final Door door = new Door("bmc-7", () -> login, () -> now);

  /// Lets in whoever knows the word.
  private final Errand<String> errand =
      new Errand<>(
          who -> {
            tries.incrementAndGet();
            return who.password().equals("right") ? "in" : "out";
          },
          outcome -> outcome.equals("in") ? Verdict.ACCEPTED : Verdict.REFUSED,
          Door.Barred::because);

  /// What vouches for it may have been out.
  @Test
  void afterAnHourARefusedLoginIsTriedOnceMore() {
    door.through(errand);
    now = now.plus(Duration.ofMinutes(59));
    door.through(errand);
    assertThat(tries).hasValue(1);

    now = now.plus(Duration.ofMinutes(1));
    door.through(errand);
    door.through(errand);
    assertThat(tries).hasValue(2);
  }

  @Test
  void aRefusedLoginIsTriedOnceUntilTheFileHoldsAnother() {
    for (int i = 0; i < 5; i++) {
      assertThat(door.through(errand)).contains("bmc-7 refuses the login of feierabend");
    }
    assertThat(tries).hasValue(1);

    login = new Login("feierabend", "right");
    assertThat(door.through(errand)).isEqualTo("in");
  }

  @Test
  void ofManyWhoAskAtOnceOneTriesALoginThatNobodyHasTried() throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(() -> {
          await(start);
          door.through(errand);
        });
      }
      start.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(tries).hasValue(1);
  }

  @Test
  void withoutALoginNothingIsTriedAndTheReasonIsSaid() {
    var none =
        new Door(
            "bmc-7",
            () -> {
              throw new Outage("The credentials x cannot be read");
            },
            () -> now);

    assertThat(none.through(errand)).isEqualTo("The credentials x cannot be read");
    assertThat(tries).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
