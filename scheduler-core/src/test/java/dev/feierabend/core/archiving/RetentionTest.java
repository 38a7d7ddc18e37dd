package dev.feierabend.core.archiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  private final Retention retention = new Retention(Period.ofMonths(3));

  @Test
  void wholeMonthsThatHaveBeenOverForLongerAreDue() {
    assertThat(retention.due(Instant.parse("2026-05-11T09:00:00Z"), TODAY))
        .contains(LocalDate.parse("2026-07-31"));
    assertThat(retention.due(Instant.parse("2026-07-31T23:59:59Z"), TODAY))
        .contains(LocalDate.parse("2026-07-31"));
    assertThat(retention.due(Instant.parse("2026-08-01T00:00:00Z"), TODAY)).isEmpty();
  }

  @Test
  void nothingIsKeptForNoTime() {
    assertThatThrownBy(() -> new Retention(Period.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("P13M");
    assertThatThrownBy(() -> new Retention(Period.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
