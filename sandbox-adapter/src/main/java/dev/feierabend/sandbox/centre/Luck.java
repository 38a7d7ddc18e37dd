package dev.feierabend.sandbox.centre;

import java.util.SplittableRandom;

/// Chance by seed: the same question gets the same answer, whatever was asked before.
public record Luck(long seed) {

  /// Evenly spread over 0 (included) to 1 (excluded).
  public double of(Object... about) {
    long mixed = seed;
    for (Object part : about) {
      for (char letter : part.toString().toCharArray()) {
        mixed = mixed * 0x100000001b3L + letter;
      }
      mixed = mixed * 0x100000001b3L + '/';
    }
    return new SplittableRandom(mixed).nextDouble();
  }

  /// Evenly spread over `from` to `to`.
  public double between(double from, double to, Object... about) {
    return from + (to - from) * of(about);
  }
}
