package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MethodNameTest {
  @Test
  void methodsAreNamedAsInTheLiteratureOneOrSeveralOrAll() {
    assertThat(MethodName.of("lr-mmt")).containsExactly(MethodName.LR_MMT);
    assertThat(MethodName.of("ff, bound,ff")).containsExactly(MethodName.FF, MethodName.BOUND);
    assertThat(MethodName.of("all")).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aNameThatIsNoneIsToldWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MethodName.of("lr-mmt,iqr-mmt"))
        .withMessage(
            "Expected all or methods of npa, dvfs, ff, thr-mmt, mad-mmt, lr-mmt, feierabend, bound but found \"iqr-mmt\"");
    assertThatIllegalArgumentException().isThrownBy(() -> MethodName.of(""));
  }
}
