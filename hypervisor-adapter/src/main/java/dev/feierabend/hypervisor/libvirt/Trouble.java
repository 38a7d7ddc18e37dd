package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.acting.Answer;

/// What libvirt has against a call.
final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  enum Kind {
    /// It was refused, and did nothing.
    REFUSED,
    /// Something else has to end first; it did nothing.
    BUSY,
    /// Nobody knows.
    SILENT
  }

  private final Kind kind;
  private final String words;

  Trouble(Kind kind, String words) {
    super(words);
    this.kind = kind;
    this.words = words;
  }

  Kind kind() {
    return kind;
  }

  String words() {
    return words;
  }

  /// @param what was asked for
  Answer answer(String what) {
    String sentence = "%s: %s".formatted(what, words);
    return switch (kind) {
      case REFUSED -> new Answer.Refused(sentence);
      case BUSY -> new Answer.NotYet(sentence);
      case SILENT -> new Answer.Unknown(sentence);
    };
  }
}
