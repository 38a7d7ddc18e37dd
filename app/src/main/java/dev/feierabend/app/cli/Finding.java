package dev.feierabend.app.cli;

/// One thing that was looked at: good, or what to do about it.
record Finding(boolean good, String what, String sentence) {
  @Override
  public String toString() {
    return "%-5s %-10s %s".formatted(good ? "ok" : "BAD", what, sentence);
  }
}
