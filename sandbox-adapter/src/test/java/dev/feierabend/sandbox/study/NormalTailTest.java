package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTailTest {
  @Test
  void itIsTheTableOfTheNormalDistribution() {
    assertThat(NormalTail.beyond(0)).isCloseTo(0.5, within(1e-7));
    assertThat(NormalTail.beyond(1)).isCloseTo(0.158655254, within(1e-7));
    assertThat(NormalTail.beyond(1.959963985)).isCloseTo(0.025, within(1e-7));
    assertThat(NormalTail.beyond(-1)).isCloseTo(0.841344746, within(1e-7));
    assertThat(NormalTail.beyond(40)).isZero();
  }
}
