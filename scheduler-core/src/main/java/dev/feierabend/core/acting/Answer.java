package dev.feierabend.core.acting;

/// What an adapter says after it was asked for an effect. None of them is believed: the observed
/// state decides.
public sealed interface Answer {
  Answer DONE = new Done();
  Answer STILL_ASKED = new StillAsked();

  record Done() implements Answer {}

  /// It is being asked for, longer than anybody waits. That alone is nothing to report: what became
  /// of it is seen, or its time is over.
  record StillAsked() implements Answer {}

  /// It will not happen, and nothing changed.
  record Refused(String because) implements Answer {}

  /// It can't happen now, and nothing changed: what has to come before it has to come again.
  record NotYet(String because) implements Answer {}

  /// It may or may not have happened.
  record Unknown(String because) implements Answer {}
}
