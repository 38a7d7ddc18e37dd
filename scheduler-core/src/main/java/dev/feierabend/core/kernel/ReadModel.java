package dev.feierabend.core.kernel;

/// A handler of events whose memory can be put aside and taken up again, so that a start needn't
/// read the whole history.
///
/// @param <M> all that it remembers, as values that the journal's JSON carries and that no later
///   event changes
public interface ReadModel<M extends Record> {
  M remember();

  /// Forgets what it knew, and knows this instead.
  void recall(M memory);
}
