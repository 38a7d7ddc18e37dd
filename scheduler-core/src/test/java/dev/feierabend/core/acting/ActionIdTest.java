package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActionIdTest {
  private static final ActionId SLEEP =
      new ActionId("sleep/deployment/%s/mail@2026-03-02T19:00:00Z#1".formatted("o".repeat(200)));

  @Test
  void inBriefItFitsAKubernetesLabel() {
    assertThat(SLEEP.brief())
        .startsWith("sleep.")
        .hasSizeLessThanOrEqualTo(63)
        .matches("[a-z0-9][a-z0-9.-]*[a-z0-9]");
  }

  @Test
  void aNoteMeansItInFullAndInBriefAndNoOther() {
    var again = new ActionId(SLEEP.stem() + "#2");

    assertThat(SLEEP.isNotedAs(SLEEP.value())).isTrue();
    assertThat(SLEEP.isNotedAs(SLEEP.brief())).isTrue();
    assertThat(SLEEP.isNotedAs(again.brief())).isFalse();
    assertThat(SLEEP.isNotedAs("")).isFalse();
  }
}
