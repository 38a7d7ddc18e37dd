package dev.feierabend.helm.night;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.leading.Mandate;

/// What a service on the journal may do.
sealed interface Replica extends AutoCloseable permits OnlyOne, OneOfSeveral {
  Mandate mandate();

  /// Looks now, and from then on by itself, as far as it may.
  void work(Cadence cadence);

  @Override
  void close();
}
