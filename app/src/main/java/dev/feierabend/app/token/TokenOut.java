package dev.feierabend.app.token;

import dev.feierabend.core.kernel.Outage;

/// A token is not there, or doesn't do what is asked of it: nothing is signed until it does.
public final class TokenOut extends Outage {
  TokenOut(String sentence) {
    super(sentence);
  }

  TokenOut(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
