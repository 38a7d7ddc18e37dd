package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KubernetesReleaseTest {
  @Test
  void itIsKnownByItsNameInSmallLetters() {
    assertThat(KubernetesRelease.named("oldest")).isEqualTo(KubernetesRelease.OLDEST);
    assertThat(KubernetesRelease.named("newest")).isEqualTo(KubernetesRelease.NEWEST);
  }

  @Test
  void anyOtherNameIsRefusedWithWhatWasExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KubernetesRelease.named("1.31"))
        .withMessage("Expected newest or oldest in FEIERABEND_CONTROL_PLANE but found \"1.31\"");
  }
}
