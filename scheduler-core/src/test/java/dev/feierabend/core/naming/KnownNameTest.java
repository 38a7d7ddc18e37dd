package dev.feierabend.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.policies.terms.ActorId;
import org.junit.jupiter.api.Test;

class KnownNameTest {
  private static final ActorId PETRA = new ActorId("actor-17");
  private final KnownName name = new KnownName("Petra Brandt", "00".repeat(32));

  /// As `printf 'actor-17\nPetra Brandt' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000…`
  /// says.
  @Test
  void theCommitmentIsWhatAnyToolComputes() {
    assertThat(name.commitment(PETRA))
        .isEqualTo("1f0dc80affe10d9b1210ae81b06c00fe5c5dd64d7a84d314ddbb2e6b8b292ae8");
  }

  @Test
  void anotherNamePseudonymOrSaltIsAnotherCommitment() {
    assertThat(name.commitment(PETRA))
        .isNotEqualTo(name.commitment(new ActorId("actor-1")))
        .isNotEqualTo(new KnownName("Petra Brandl", name.salt()).commitment(PETRA))
        .isNotEqualTo(new KnownName(name.name(), "01".repeat(32)).commitment(PETRA));
  }

  @Test
  void aNameIsNotToldByAccident() {
    assertThat(name.toString()).doesNotContain("Petra").doesNotContain("00");
  }

  @Test
  void anEmptyNameOrAShortSaltIsNone() {
    assertThatThrownBy(() -> new KnownName(" ", name.salt())).hasMessageContaining("a name");
    assertThatThrownBy(() -> new KnownName("P", "00")).hasMessageContaining("64 hex digits");
  }
}
