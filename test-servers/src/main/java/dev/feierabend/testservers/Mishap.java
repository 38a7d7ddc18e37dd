package dev.feierabend.testservers;

import java.time.Duration;
import java.util.Optional;

/// What befalls one request on its way through a [FaultyPath].
public sealed interface Mishap {
  Mishap NONE = new None();

  record None() implements Mishap {}

  /// The server never hears of it; this is the answer.
  ///
  /// @param retryAfter in whole seconds, as the header says it
  record Answer(int code, Optional<Duration> retryAfter) implements Mishap {
    public Answer(int code) {
      this(code, Optional.empty());
    }
  }

  /// The server never hears of it, and nobody answers.
  record Silence() implements Mishap {}

  /// It takes effect, and nobody ever hears that it did.
  record Lost() implements Mishap {}

  /// It comes later than it was sent.
  record Late(Duration by) implements Mishap {}

  /// The connection ends without an answer.
  record Cut() implements Mishap {}

  /// Of a watch: it begins, and its first word is that the version it was to begin with is gone.
  record Gone() implements Mishap {}
}
