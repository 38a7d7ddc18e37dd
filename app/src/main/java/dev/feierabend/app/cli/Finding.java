package dev.feierabend.app.cli;

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

  @Override
  public String toString() {
    String word = warns ? "warn" : good ? "ok" : "BAD";
    return "%-5s %-10s %s".formatted(word, what, sentence);
  }
}
