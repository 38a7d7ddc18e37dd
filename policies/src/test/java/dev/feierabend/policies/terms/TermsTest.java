package dev.feierabend.policies.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TermsTest {
  @Test
  void aTenantHasNoSlashSinceThatPartsItFromItsPolicies() {
    assertThatThrownBy(() -> new TenantId("ahausen/schulen"))
        .hasMessage("Expected a tenant without / but found \"ahausen/schulen\"");
  }

  @Test
  void identifiersAreLowerCaseLettersDigitsAndAFewMarks() {
    assertThat(new PoolId("ahausen/office-1").value()).isEqualTo("ahausen/office-1");
    assertThatThrownBy(() -> new PoolId("Ahausen")).hasMessageContaining("found \"Ahausen\"");
  }

  @Test
  void machinesAreInTheOrderOfTheirTexts() {
    var ids =
        Stream.of(
                "ffffffff-0000-0000-0000-000000000000",
                "00000000-0000-0000-ffff-000000000000",
                "7fffffff-ffff-ffff-0000-000000000000",
                "80000000-0000-0000-0000-000000000000")
            .map(MachineId::of)
            .toList();

    assertThat(ids.stream().sorted().map(MachineId::toString))
        .isEqualTo(ids.stream().map(MachineId::toString).sorted().toList());
  }

  @Test
  void wattsBetweenTwoPointsOfACurveAreInterpolated() {
    var curve = PowerCurve.between(100, 200);

    assertThat(curve.at(0.25).value()).isEqualTo(125);
    assertThat(curve.at(-1).value()).isEqualTo(100);
    assertThat(curve.at(2).value()).isEqualTo(200);
  }
}
