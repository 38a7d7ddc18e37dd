package dev.feierabend.core.acting;

import dev.feierabend.core.waking.Waves;
import java.time.Duration;

/// How sure it is that hosts are back in time.
///
/// @param kept the share of all host-nights in which a host is back by the time that is reckoned
///   with, at least a half and below 1
/// @param guests how long what runs on hosts takes once they serve, until that is learned
/// @param waves how many hosts may boot at once
public record Punctuality(double kept, Duration guests, Waves waves) {
  /// So many hosts may boot at once where nothing is said of it.
  public static final int AT_ONCE = 10;

  public static final Punctuality USUAL =
      new Punctuality(0.999, Duration.ofMinutes(5), Waves.of(AT_ONCE));

  public Punctuality {
    if (!(kept >= 0.5 && kept < 1) || guests.isNegative()) {
      throw new IllegalArgumentException(
          "Expected at feierabend.ready-by a kept share from 0.5 to below 1 and guests of at least "
              + "PT0S but found %s and %s".formatted(kept, guests));
    }
  }
}
