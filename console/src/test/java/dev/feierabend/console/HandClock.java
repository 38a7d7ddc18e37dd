package dev.feierabend.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock in the test's hand.
public final class HandClock implements InstantSource {
  private volatile Instant now;

  HandClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
