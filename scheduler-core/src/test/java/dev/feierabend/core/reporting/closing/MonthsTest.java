package dev.feierabend.core.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.reporting.energy.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MonthsTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Instant IN_SEPTEMBER = Instant.parse("2026-09-14T10:00:00Z");

  private final Months months = new Months(ZoneId.of("Europe/Berlin"));

  @Test
  void aMonthBeginsAndEndsAtLocalMidnightAlsoWhereClocksChangeInIt() {
    assertThat(months.span(OCTOBER))
        .isEqualTo(
            new Span(Instant.parse("2026-09-30T22:00:00Z"), Instant.parse("2026-10-31T23:00:00Z")));
  }

  @Test
  void aMonthMayBeClosedThreeDaysAfterItsEndAndNotBefore() {
    Instant third = Instant.parse("2026-11-03T23:00:00Z");

    assertThat(months.over(IN_SEPTEMBER, third.minusMillis(1)))
        .containsExactly(OCTOBER.minusMonths(1));
    assertThat(months.over(IN_SEPTEMBER, third)).containsExactly(OCTOBER.minusMonths(1), OCTOBER);
  }

  @Test
  void beforeTheFirstMonthIsOverNoneMayBe() {
    assertThat(months.over(IN_SEPTEMBER, IN_SEPTEMBER)).isEmpty();
  }
}
