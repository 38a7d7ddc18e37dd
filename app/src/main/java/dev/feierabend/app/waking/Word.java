package dev.feierabend.app.waking;

/// What came back from an errand.
public sealed interface Word {
  record On() implements Word {}

  record Off() implements Word {}

  /// It was asked to switch on, and said that it does.
  record Taken() implements Word {}

  /// Nobody can tell, or it won't; one line, without secrets.
  record Failed(String because) implements Word {}
}
