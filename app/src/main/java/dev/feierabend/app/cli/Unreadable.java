package dev.feierabend.app.cli;

/// Input that can't be used: one sentence that says what was expected, what was found, and where.
final class Unreadable extends RuntimeException {
  Unreadable(String sentence) {
    super(sentence);
  }

  Unreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
