package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chart's values tell the service of the operator's rules.
class RulesValuesTest {
  @Test
  void unlessToldOtherwiseTheyAreTheServicesOwn() {
    assertThat(Chart.settings(Map.of()))
        .contains(
            "  rules:\n    minimum-hosts: 1\n    reserve: 1\n    headroom: 0.8\n"
                + "    stale-after: PT5M\n    coverage: 0.8\n")
        .contains("  busy: {workload: 0.5, pool: 0.5, kept: 0.8, quiet: PT30M, interval: PT5M}\n")
        .contains("  at-once: {workloads: 1000, requests: 64}\n");
  }

  @Test
  void whatIsSaidIsToldAndTheRestStays() {
    Map<String, Object> values =
        Map.of("rules.minimumHosts", 2, "rules.headroom", 0.7, "atOnce.requests", 8);

    assertThat(Chart.settings(values))
        .contains("    minimum-hosts: 2\n    reserve: 1\n    headroom: 0.7\n")
        .contains("  at-once: {workloads: 1000, requests: 8}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "staged.quiet, P2D",
    "staged.quiet, PT12H",
    "staged.quiet, P1DT2H30M",
    "busy.quiet, PT90M",
    "busy.quiet, PT5H",
    "busy.interval, PT1M",
    "busy.interval, PT1H",
    "busy.workload, 1.2",
    "rules.staleAfter, PT90S",
    "rules.headroom, 1",
    "rules.coverage, 0",
    "retention, P13M",
    "retention, P1Y6M",
  })
  void whatTheServiceTakesIsTaken(String key, String value) {
    assertThat(Chart.manifest(Map.of(key, value))).contains("kind: ConfigMap");
  }
}
