package dev.feierabend.app.house.planted;

import java.time.Duration;
import java.time.Instant;

/// Decides by what it is handed.
public final class PureDecider {
  private PureDecider() {}

  public static Instant decide(Instant at) {
    return at.plus(Duration.ofMinutes(1));
  }
}
