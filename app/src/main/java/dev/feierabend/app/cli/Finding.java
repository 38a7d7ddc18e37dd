package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.proving.Verification;
import java.util.Locale;

/// One thing that was looked at: good, or what to do about it.
///
/// @param warns good still, but not for good
record Finding(boolean good, boolean warns, String what, String sentence) {
  Finding(boolean good, String what, String sentence) {
    this(good, false, what, sentence);
  }

  static Finding warning(String what, String sentence) {
    return new Finding(true, true, what, sentence);
  }

  /// Of a journal that is what it was.
  static Finding intact(Verification.Intact found, Locale locale) {
    String key = found.archived() == 0 ? "journal-intact" : "journal-shortened";
    return new Finding(
        true, "journal", Phrases.ofCommands(locale).of(key, found.commits(), found.archived()));
  }

  Finding in(String cluster) {
    return new Finding(good, warns, what, cluster + ": " + sentence);
  }

  @Override
  public String toString() {
    String word = warns ? "warn" : good ? "ok" : "BAD";
    return "%-5s %-10s %s".formatted(word, what, sentence);
  }
}
