package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far the chart's values trust hosts to wake.
class DrillsValuesTest {
  @Test
  void unlessToldOtherwiseTheServiceDecidesWhereDrillsAreNeeded() {
    assertThat(Chart.settings(Map.of()))
        .contains("  drills:\n    max-age: P180D\n    settle: PT5M\n")
        .doesNotContain("required:");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whetherTheyAreIsToldWhereItIsSaid(boolean required) {
    assertThat(Chart.settings(Map.of("drills.required", required, "drills.maxAge", "P90D")))
        .contains("  drills:\n    required: %s\n    max-age: P90D\n".formatted(required));
  }

  @ParameterizedTest
  @CsvSource({
    "drills.required, perhaps",
    "drills.maxAge, P0D",
    "drills.maxAge, 180 days",
    "drills.settle, P1D",
    "drills.often, true"
  })
  void whatTheServiceWouldNotTakeIsRefused(String key, String value) {
    assertThatThrownBy(() -> Chart.manifest(Map.of(key, value))).hasMessageContaining("drills");
  }
}
