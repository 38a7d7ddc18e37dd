package dev.feierabend.helm.night;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.leading.Mandate;

/// Nobody else has the journal.
final class OnlyOne implements Replica {
  private boolean works;

  @Override
  public Mandate mandate() {
    return Mandate.ALONE;
  }

  @Override
  public void work(Cadence cadence) {
    if (works) {
      cadence.soon();
    } else {
      cadence.start();
    }
    works = true;
  }

  @Override
  public void close() {}
}
