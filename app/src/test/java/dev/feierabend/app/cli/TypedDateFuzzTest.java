package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.ParameterException;

/// Whatever is typed as a first and a last day: a period of days on the wall, or wrong usage that
/// says what was expected.
class TypedDateFuzzTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @FuzzTest(maxDuration = "", maxExecutions = 500_000)
  void aPeriodOrWrongUsage(byte[] bytes) {
    String[] typed = new String(bytes, UTF_8).split("\n", 2);
    var explain = new PolicyExplainCommand();
    try {
      new picocli.CommandLine(explain)
          .registerConverter(LocalDate.class, new TypedDate())
          .parseArgs("--from=" + typed[0], "--to=" + typed[typed.length - 1], "policy.yaml");
      good(explain.period, typed[0]);
    } catch (ParameterException e) {
      assertThat(e).hasMessageContaining("xpected");
    }
  }

  private static void good(Period period, String first) {
    assertThat(period.from).hasToString(first);
    var span = period.in(BERLIN, 7);
    assertThat(Duration.between(span.from(), span.to()))
        .isGreaterThanOrEqualTo(Duration.ofHours(23));
  }
}
