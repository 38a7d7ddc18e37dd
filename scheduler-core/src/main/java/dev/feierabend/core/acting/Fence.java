package dev.feierabend.core.acting;

import dev.feierabend.core.leading.Mandate;

/// Tells the leader's intents from those of one that was deposed and doesn't know it yet.
record Fence(Mandate mandate, Actions actions) {
  /// The term that is written on an intent.
  long term() {
    return mandate.term(highest());
  }

  long highest() {
    return actions.highestTerm();
  }

  /// False once the lease is over, or an intent of a later term was seen.
  boolean holds() {
    return mandate.lasts() && highest() <= term();
  }
}
