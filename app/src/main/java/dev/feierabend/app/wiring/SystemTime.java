package dev.feierabend.app.wiring;

import java.time.Clock;
import java.time.InstantSource;

/// The one place that reads the system's clock.
public final class SystemTime {
  private SystemTime() {}

  public static InstantSource clock() {
    return Clock.systemUTC();
  }
}
