package dev.feierabend.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.feierabend.policies.evaluation.Because;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DaysTest {
  private final Days october =
      new Days(LocalDate.parse("2026-10-19"), ZoneId.of("Europe/Berlin"), Locale.GERMAN);

  @Test
  void aWeekWithAChangeOfTheClocksHasAnHourMore() {
    assertThat(october.from()).isEqualTo("2026-10-18T22:00:00Z");
    assertThat(october.to()).isEqualTo("2026-10-25T23:00:00Z");
  }

  @Test
  void aStretchOverMidnightIsAPieceOfBothDays() {
    List<Week.Day> days =
        october.of(stretch("2026-10-19T18:00:00Z", "2026-10-20T04:00:00Z"), List.of());

    assertThat(days.get(0).pieces())
        .extracting(Piece::from, Piece::length, Piece::hours)
        .containsExactly(tuple(1200, 240, "20:00–24:00"));
    assertThat(days.get(1).pieces())
        .extracting(Piece::from, Piece::length, Piece::hours)
        .containsExactly(tuple(0, 360, "00:00–06:00"));
    assertThat(days.get(2).pieces()).isEmpty();
    assertThat(days.get(0).label()).isEqualTo("Mo. 19.10.");
  }

  @Test
  void aDayOfTwentyFiveHoursIsAsWideAsEveryOther() {
    List<Week.Day> days =
        october.of(stretch("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"), List.of());

    assertThat(days.get(6).pieces())
        .extracting(Piece::from, Piece::length, Piece::hours)
        .containsExactly(tuple(0, 1440, "00:00–24:00"));
  }

  private static List<Stretch> stretch(String from, String to) {
    return List.of(
        new Stretch(
            Instant.parse(from), Instant.parse(to), Piece.Kind.ASLEEP, new Because.NoWindow()));
  }
}
