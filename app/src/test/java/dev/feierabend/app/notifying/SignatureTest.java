package dev.feierabend.app.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures that a receiver checks by the standard's own libraries.
final class SignatureTest {
  private static final String SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl";
  private static final String OTHER = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /// The example in the documentation of Svix, who edit the standard.
  @Test
  void theStandardsExampleIsSignedAsItSays() {
    assertThat(signed(List.of(SECRET)))
        .isEqualTo("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
  }

  @Test
  void whileASecretIsChangedThereIsASignatureOfEach() {
    assertThat(signed(List.of(OTHER, SECRET)))
        .matches("v1,\\S+ v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Geheim-4711", "whsec_Geheim-4711", "whsec_R2VoZWlt", "whsec_"})
  void whatIsNoSuchSecretIsRefusedWithoutBeingTold(String secret) {
    assertThatThrownBy(() -> Signature.by(List.of(secret)))
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected a secret of a webhook as whsec_ and 16 to 64 bytes in Base64, a line each")
        .hasNoCause();
  }

  private static String signed(List<String> secrets) {
    return Signature.by(secrets)
        .of(
            "msg_loFOjxBNrRLzqYUf",
            Instant.ofEpochSecond(1_731_705_121),
            "{\"event_type\":\"ping\",\"data\":{\"success\":true}}");
  }
}
