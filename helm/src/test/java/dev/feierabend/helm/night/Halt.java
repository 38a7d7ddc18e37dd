package dev.feierabend.helm.night;

import dev.feierabend.core.acting.Answer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Where the service stands still, to be killed there: `before drain` or `after drain`. At the
/// second effect of its kind: then the first is done and not concluded, the second (`before`) is
/// intended and not done.
final class Halt {
  static final String NOWHERE = "nowhere";
  static final String SAYS = "halted";

  private static final int EFFECT = 2;

  private final String place;
  private final AtomicInteger effects = new AtomicInteger();
  private final AtomicBoolean reached = new AtomicBoolean();
  private final CountDownLatch killed = new CountDownLatch(1);

  Halt(String place) {
    this.place = place;
  }

  Answer around(String verb, Supplier<Answer> effect) {
    if (!place.endsWith(" " + verb) || effects.incrementAndGet() != EFFECT) {
      return effect.get();
    }
    if (place.startsWith("before")) {
      forGood();
    }
    effect.get();
    return forGood();
  }

  boolean reached() {
    return reached.get();
  }

  private Answer forGood() {
    reached.set(true);
    System.out.println(SAYS + " " + place);
    try {
      killed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("Expected to be killed " + place);
  }
}
