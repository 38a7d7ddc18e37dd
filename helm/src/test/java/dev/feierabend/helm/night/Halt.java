package dev.feierabend.helm.night;

import dev.feierabend.core.acting.Answer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Where the service stands still, to be killed there: `before drain` or `after drain`, at the
/// second effect of its kind: then the first is begun and not concluded, the second (`before`) is
/// intended and not done. Or `step 3`: once three things were recorded or done since it began to
/// work. What is done abreast stands still before its own next one.
final class Halt {
  static final String NOWHERE = "nowhere";
  static final String SAYS = "halted";

  private static final int EFFECT = 2;

  private final String place;
  private static final String STEP = "step ";

  private final AtomicInteger effects = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private volatile boolean works;
  private final AtomicBoolean reached = new AtomicBoolean();
  private final CountDownLatch killed = new CountDownLatch(1);

  Halt(String place) {
    this.place = place;
  }

  /// From now on steps count; what was recorded earlier was told before.
  void begin() {
    works = true;
  }

  /// Something was recorded or done.
  ///
  /// @param what to be said where it stands still
  void step(String what) {
    if (works && (reached() || place.equals(STEP + steps.incrementAndGet()))) {
      forGood(what);
    }
  }

  Answer around(String verb, Supplier<Answer> effect) {
    if (reached()) {
      return forGood("before " + verb);
    }
    if (place.startsWith(STEP)) {
      Answer answer = effect.get();
      step("after " + verb);
      return answer;
    }
    if (!place.endsWith(" " + verb) || effects.incrementAndGet() != EFFECT) {
      return effect.get();
    }
    if (place.startsWith("before")) {
      forGood(place);
    }
    effect.get();
    return forGood(place);
  }

  boolean reached() {
    return reached.get();
  }

  private Answer forGood(String where) {
    reached.set(true);
    System.out.println(SAYS + " " + where);
    try {
      killed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("Expected to be killed " + place);
  }
}
