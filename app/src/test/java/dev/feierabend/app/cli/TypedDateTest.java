package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
  private static final Path POLICY = Path.of("..", "docs", "examples", "rathaus.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "2026-02-30",
        "+999999999-12-31",
        "-999999999-01-01",
        "0000-12-31",
        "+05979-12-30"
      })
  void whatIsNoDateOfACalendarOnTheWallIsWrongUsage(String text, @TempDir Path none) {
    refused(text, Typed.of("policy", "explain", POLICY, "--from=" + text));
    refused(text, Typed.of("history", "--journal", none, "--to=" + text));
  }

  private static void refused(String text, Typed typed) {
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("expected a date, for example 2026-12-24, found \"" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31"})
  void theFirstAndTheLastOneAre(String text) {
    assertThat(Typed.of("policy", "explain", POLICY, "--from", text, "--to", text).exit()).isZero();
  }
}
