package dev.feierabend.helm.night;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.leading.Mandate;

/// Nobody else has the journal.
record OnlyOne() implements Replica {
  @Override
  public Mandate mandate() {
    return Mandate.ALONE;
  }

  @Override
  public void work(Cadence cadence) {
    cadence.start();
  }

  @Override
  public void close() {}
}
