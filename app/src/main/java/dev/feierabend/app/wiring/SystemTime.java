package dev.feierabend.app.wiring;

import dev.feierabend.core.leading.LeaseClock;
import java.time.Clock;
import java.time.InstantSource;

/// The one place that reads the system's clocks.
public final class SystemTime {
  private SystemTime() {}

  public static InstantSource clock() {
    return Clock.systemUTC();
  }

  public static LeaseClock leases(InstantSource clock) {
    return new LeaseClock(clock, System::nanoTime);
  }
}
