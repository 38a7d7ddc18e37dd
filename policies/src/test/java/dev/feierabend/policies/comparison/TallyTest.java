package dev.feierabend.policies.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.evaluation.Because;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aChangeOverTheNewYearBelongsToBothDaysAndBothYears() {
    var tally = Tally.of(List.of(change("2026-12-31T21:00:00Z", "2027-01-01T04:00:00Z")), BERLIN);

    assertThat(tally.byWeekday())
        .isEqualTo(Map.of(DayOfWeek.THURSDAY, asleep(2), DayOfWeek.FRIDAY, asleep(5)));
    assertThat(tally.byYear())
        .isEqualTo(Map.of(Year.of(2026), asleep(2), Year.of(2027), asleep(5)));
    assertThat(tally.total()).isEqualTo(asleep(7));
  }

  @Test
  void aDayOfTwentyFiveHoursCountsTwentyFive() {
    var tally = Tally.of(List.of(change("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")), BERLIN);

    assertThat(tally.byWeekday()).isEqualTo(Map.of(DayOfWeek.SUNDAY, asleep(25)));
  }

  @Test
  void bothDirectionsAreKeptApart() {
    Change sleeps = change("2026-06-08T10:00:00Z", "2026-06-08T11:00:00Z");
    Change wakes =
        new Change(
            Instant.parse("2026-06-08T12:00:00Z"),
            Instant.parse("2026-06-08T14:00:00Z"),
            false,
            sleeps.after(),
            sleeps.before());

    assertThat(Tally.of(List.of(sleeps, wakes), BERLIN).total())
        .isEqualTo(new Shift(Duration.ofHours(1), Duration.ofHours(2)));
  }

  private static Shift asleep(int hours) {
    return new Shift(Duration.ofHours(hours), Duration.ZERO);
  }

  private static Change change(String from, String to) {
    return new Change(
        Instant.parse(from),
        Instant.parse(to),
        true,
        new Because.NoWindow(),
        new Because.Rule("Mon 20:00 → Tue 06:00", 9, Optional.empty()));
  }
}
