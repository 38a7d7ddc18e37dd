package dev.feierabend.hypervisor.switching;

import java.time.Duration;

/// So long what was accepted may take to show: an operating system shuts down at leisure, a board
/// switches on at once.
public record Deadlines(Duration on, Duration softOff) {
  public static final Deadlines USUAL = new Deadlines(Duration.ofMinutes(1), Duration.ofMinutes(5));

  public Deadlines {
    if (!on.isPositive() || !softOff.isPositive()) {
      throw new IllegalArgumentException(
          "Expected times to settle but found %s and %s".formatted(on, softOff));
    }
  }

  Duration of(Press press) {
    return switch (press) {
      case ON -> on;
      case SOFT_OFF -> softOff;
    };
  }
}
