package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Cadence;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;

/// Work begins once everything is up, and ends before anything is taken down.
final class Shift implements SmartLifecycle {
  private final Cadence cadence;
  private final Rounds rounds;
  private final InstantSource clock;
  private volatile boolean working;

  Shift(Cadence cadence, Rounds rounds, InstantSource clock) {
    this.cadence = cadence;
    this.rounds = rounds;
    this.clock = clock;
  }

  @Override
  public void start() {
    rounds.start(clock.instant());
    cadence.start();
    working = true;
  }

  @Override
  public void stop() {
    cadence.stop();
    working = false;
  }

  @Override
  public boolean isRunning() {
    return working;
  }
}
