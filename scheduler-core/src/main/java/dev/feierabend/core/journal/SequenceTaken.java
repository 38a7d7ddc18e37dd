package dev.feierabend.core.journal;

/// Somebody else's event took this place in the aggregate first: decide again on what is there now.
public final class SequenceTaken extends RuntimeException {
  public SequenceTaken(String aggregate, long sequence) {
    super("Event %d of %s is there already".formatted(sequence, aggregate));
  }
}
