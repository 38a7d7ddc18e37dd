package dev.feierabend.console.pages;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.console.TwoTowns;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final String SHORT = TwoTowns.policyOf(AHAUSEN);
  private static final String LONG = SHORT.replace("Mon 20:00", "Mon 19:00");
  private static final Instant FROM = TwoTowns.NOON;
  private static final Instant TO = FROM.plus(Duration.ofDays(7));

  private final Comparisons comparisons = new Comparisons(new Evaluation(HolidayCalendar.NONE));

  @Test
  void twoDocumentsAreComparedOnceForAPeriod() {
    var first = comparisons.of(read(SHORT), read(LONG), FROM, TO);

    assertThat(first.changes()).hasSize(1);
    assertThat(comparisons.of(read(SHORT), read(LONG), FROM, TO)).isSameAs(first);
  }

  @Test
  void anotherOrderOrPeriodIsAnotherComparison() {
    var first = comparisons.of(read(SHORT), read(LONG), FROM, TO);

    assertThat(comparisons.of(read(LONG), read(SHORT), FROM, TO)).isNotEqualTo(first);
    assertThat(comparisons.of(read(SHORT), read(LONG), FROM, TO.plus(Duration.ofDays(7))).changes())
        .hasSize(2);
  }

  @Test
  void aByteMoreIsAnotherDocument() {
    assertThat(comparisons.of(read(SHORT), read(SHORT), FROM, TO).sameDocument()).isTrue();
    assertThat(comparisons.of(read(SHORT), read(SHORT + "#"), FROM, TO).sameDocument()).isFalse();
  }

  private static SchedulePolicy read(String text) {
    return switch (SchedulePolicyParser.parse("test", text.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
