package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.fleet.Guest;
import java.time.Duration;
import java.time.Instant;

/// How busy a guest would be if it were up: cores, never above its size. Constant within each slot
/// of five minutes; asked for the slot's start. Pure: asked twice, it says the same.
@FunctionalInterface
public interface LoadModel {
  Duration SLOT = Duration.ofMinutes(5);

  double cores(Guest guest, Instant slot);

  /// The start of the slot that `at` lies in.
  static Instant slot(Instant at) {
    long seconds = SLOT.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
