package dev.feierabend.core.journal;

/// A place in the chain: a commit's number and its hash (SHA-256, hex).
public record Head(long number, String hash) {
  /// Before the first commit. The hash is that of a name, so that nobody can have picked it.
  public static final Head GENESIS = new Head(0, Hashes.sha256("feierabend.dev/journal/v1"));

  @Override
  public String toString() {
    return "commit %d (%s)".formatted(number, hash);
  }
}
