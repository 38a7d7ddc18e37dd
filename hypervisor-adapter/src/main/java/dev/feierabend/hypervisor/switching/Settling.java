package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.planning.FleetPort.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What one machine was asked for and doesn't show yet, and how often it didn't heed a shutdown. A
/// press of which nobody knows whether it was taken may be pressed again, but not its contrary.
final class Settling {
  /// A machine that was asked so often and stayed on won't go for being asked again.
  static final int TRIES = 2;

  private static final Duration DEAF = Duration.ofHours(1);

  private record Pressed(Press press, Instant until, boolean taken) {}

  private final Deadlines deadlines;
  private final InstantSource clock;
  private Optional<Pressed> pressed = Optional.empty();
  private int unheeded;
  private Instant deafUntil = Instant.MIN;

  Settling(Deadlines deadlines, InstantSource clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  void begin(Press press) {
    pressed = Optional.of(new Pressed(press, due(press), true));
  }

  void suspect(Press press) {
    pressed = Optional.of(new Pressed(press, due(press), false));
  }

  private Instant due(Press press) {
    return clock.instant().plus(deadlines.of(press));
  }

  void sees(Power power) {
    if (power == Power.OFF) {
      unheeded = 0;
    }
    pressed.ifPresent(it -> {
      if (power == it.press().wanted()) {
        pressed = Optional.empty();
      } else if (!clock.instant().isBefore(it.until())) {
        pressed = Optional.empty();
        missed(it);
      }
    });
  }

  private void missed(Pressed it) {
    if (it.press() == Press.SOFT_OFF && it.taken()) {
      unheeded++;
      deafUntil = clock.instant().plus(DEAF);
    }
  }

  /// Whether it was taken and its effect is still to be expected.
  boolean awaits(Press press) {
    return pressed.filter(it -> it.press() == press && it.taken()).isPresent();
  }

  /// Whether it may still take effect, though nobody knows that it was taken.
  boolean mayCome(Press press) {
    return pressed.filter(it -> it.press() == press).isPresent();
  }

  boolean isDeaf() {
    if (!clock.instant().isBefore(deafUntil)) {
      unheeded = 0;
    }
    return unheeded >= TRIES;
  }

  Duration shutdown() {
    return deadlines.softOff();
  }
}
