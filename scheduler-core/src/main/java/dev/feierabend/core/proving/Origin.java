package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.notes.KeyName;

/// What a journal is called among logs where nobody gave it a name: by its first commit, which no
/// two journals share.
final class Origin {
  private static final String PREFIX = "feierabend.dev/journal/";
  private static final int DIGITS = 16;

  private Origin() {}

  static KeyName of(Head first) {
    return new KeyName(PREFIX + first.hash().substring(0, DIGITS));
  }
}
