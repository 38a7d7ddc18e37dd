package dev.feierabend.policies.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalWeekTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalWeek WEEK =
      LocalWeek.of(
          BERLIN, List.of(new Holiday(LocalDate.parse("2026-05-14"), "Christi Himmelfahrt")));

  @Test
  void theFirstHourIsMondaysByThePlacesClocks() {
    assertThat(hour("2026-05-10T22:00:00Z")).isEqualTo(0);
    assertThat(hour("2026-05-10T21:59:59Z")).isEqualTo(167);
  }

  @Test
  void aDayOffIsLivedLikeASunday() {
    assertThat(hour("2026-05-14T08:00:00Z")).isEqualTo(hour("2026-05-17T08:00:00Z"));
    assertThat(hour("2026-05-13T21:00:00Z")).isEqualTo(2 * 24 + 23);
    assertThat(hour("2026-05-13T22:00:00Z")).isEqualTo(6 * 24);
  }

  @Test
  void anHourThatTheClocksShowTwiceIsLivedTwiceAndASkippedOneNever() {
    assertThat(hour("2026-10-25T00:30:00Z")).isEqualTo(6 * 24 + 2);
    assertThat(hour("2026-10-25T01:30:00Z")).isEqualTo(6 * 24 + 2);
    assertThat(hour("2026-03-29T00:30:00Z")).isEqualTo(6 * 24 + 1);
    assertThat(hour("2026-03-29T01:30:00Z")).isEqualTo(6 * 24 + 3);
  }

  private static int hour(String at) {
    return WEEK.hourOf(Instant.parse(at));
  }
}
