package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;

/// The journal isn't what was written: cut, damaged, or changed by somebody.
public final class CorruptJournal extends Outage {
  public CorruptJournal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public CorruptJournal(String sentence) {
    super(sentence);
  }
}
