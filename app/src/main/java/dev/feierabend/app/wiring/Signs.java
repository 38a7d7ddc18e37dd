package dev.feierabend.app.wiring;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Whether the history is signed: there is a key, in a file or in a token.
final class Signs extends AnyNestedCondition {
  Signs() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnProperty("feierabend.signing-key")
  static final class InFile {}

  @ConditionalOnProperty("feierabend.signing-token.label")
  static final class InToken {}
}
