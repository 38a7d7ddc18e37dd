package dev.feierabend.policies.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Parsed;
import java.time.Duration;
import java.util.function.Supplier;

/// What every parser owes every byte: an answer, soon, and a reason where there is no value.
final class Fuzzed {
  /// Executions of each parser in a campaign; there are five.
  static final long EXECUTIONS = 2_500_000;

  /// Far above what any input needs, for the machine may be busy; a hang is far above it.
  private static final Duration SOON = Duration.ofSeconds(20);

  private Fuzzed() {}

  static void answered(Supplier<? extends Parsed<?>> parser) {
    long begin = System.nanoTime();
    Parsed<?> parsed = parser.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    if (parsed instanceof Parsed.Invalid<?>(var faults)) {
      assertThat(faults).isNotEmpty();
    }
  }
}
