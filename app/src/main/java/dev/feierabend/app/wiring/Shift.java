package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Cadence;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/// Work begins once everything is up, and ends before anything is taken down.
final class Shift implements SmartLifecycle {
  private final Cadence cadence;
  private final List<Hourly> hourly;
  private final InstantSource clock;
  private volatile boolean working;

  Shift(Cadence cadence, List<Hourly> hourly, InstantSource clock) {
    this.cadence = cadence;
    this.hourly = List.copyOf(hourly);
    this.clock = clock;
  }

  @Override
  public void start() {
    hourly.forEach(work -> work.start(clock.instant()));
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
