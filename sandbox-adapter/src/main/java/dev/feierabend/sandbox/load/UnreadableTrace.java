package dev.feierabend.sandbox.load;

import org.jspecify.annotations.Nullable;

/// A recording that is not of the form it should be: one sentence that says where and what was
/// expected.
public final class UnreadableTrace extends RuntimeException {
  public UnreadableTrace(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  public UnreadableTrace(String sentence) {
    super(sentence);
  }
}
