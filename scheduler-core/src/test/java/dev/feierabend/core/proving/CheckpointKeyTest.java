package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CheckpointKeyTest {
  /// The first test vector of RFC 8032, section 7.1, its public key in the form of RFC 8410.
  private static final String KNOWN =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----
      """;

  @Test
  void whatIsWrittenIsReadAgain() {
    var key = CheckpointKey.of(KNOWN);

    assertThat(CheckpointKey.pem(key)).isEqualTo(KNOWN);
    assertThat(CheckpointKey.of(KNOWN.replace("\n", "\r\n"))).isEqualTo(key);
  }

  @Test
  void anythingElseIsRefused() {
    for (String wrong : new String[] {"", "a key", KNOWN.replace("MCow", "MCox")}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CheckpointKey.of(wrong))
          .withMessage("Expected an Ed25519 public key in PEM");
    }
  }
}
