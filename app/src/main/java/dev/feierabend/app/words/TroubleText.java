package dev.feierabend.app.words;

import dev.feierabend.kubernetes.preflight.Trouble;

/// Tells what would go wrong, and what to do about it.
public record TroubleText(Phrases phrases) {
  public String of(Trouble trouble) {
    return phrases.of(trouble.kind().key(), trouble.about().toArray());
  }
}
