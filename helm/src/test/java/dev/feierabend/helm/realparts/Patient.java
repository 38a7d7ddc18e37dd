package dev.feierabend.helm.realparts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/// Waits for what is to come, and for nothing that comes no more.
final class Patient {
  private static final Duration GLANCE = Duration.ofMillis(500);

  private Patient() {}

  /// Whether it came.
  static boolean sees(BooleanSupplier condition, Duration patience) {
    try {
      await()
          .atMost(patience)
          .pollInterval(GLANCE)
          .ignoreExceptions()
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }

  /// Whether it came before what is told stayed the same for so long.
  static boolean seesWhileItMoves(
      BooleanSupplier condition, Supplier<String> told, Duration still, Duration patience) {
    var stillness = new Stillness(told, still);
    var came = new AtomicBoolean();
    sees(
        () -> {
          came.set(condition.getAsBoolean());
          return came.get() || stillness.isOver();
        },
        patience);
    return came.get();
  }

  private static final class Stillness {
    private final Supplier<String> told;
    private final Duration still;
    private String last = "";
    private long since = System.nanoTime();

    Stillness(Supplier<String> told, Duration still) {
      this.told = told;
      this.still = still;
    }

    boolean isOver() {
      String now = told.get();
      if (!now.equals(last)) {
        last = now;
        since = System.nanoTime();
      }
      return System.nanoTime() - since > still.toNanos();
    }
  }
}
