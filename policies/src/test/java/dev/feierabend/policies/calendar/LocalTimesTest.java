package dev.feierabend.policies.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void anOrdinaryTimeIsOneInstant() {
    assertThat(sleeps("2026-06-15T20:00", BERLIN)).isEqualTo(at("2026-06-15T18:00:00Z"));
    assertThat(wakes("2026-06-15T20:00", BERLIN)).isEqualTo(at("2026-06-15T18:00:00Z"));
  }

  @Test
  void inTheAutumnSleepBeginsAtTheSecondShowingAndEndsAtTheFirst() {
    assertThat(sleeps("2026-10-25T02:30", BERLIN)).isEqualTo(at("2026-10-25T01:30:00Z"));
    assertThat(wakes("2026-10-25T02:30", BERLIN)).isEqualTo(at("2026-10-25T00:30:00Z"));
  }

  @Test
  void inTheSpringASkippedTimeIsTheInstantOfTheChange() {
    assertThat(sleeps("2026-03-29T02:30", BERLIN)).isEqualTo(at("2026-03-29T01:00:00Z"));
    assertThat(wakes("2026-03-29T02:30", BERLIN)).isEqualTo(at("2026-03-29T01:00:00Z"));
  }

  @Test
  void aSkippedDayIsTheInstantOfTheChange() {
    ZoneId apia = ZoneId.of("Pacific/Apia");

    assertThat(sleeps("2011-12-30T12:00", apia)).isEqualTo(at("2011-12-30T10:00:00Z"));
    assertThat(wakes("2011-12-31T00:00", apia)).isEqualTo(at("2011-12-30T10:00:00Z"));
  }

  @Test
  void halfAnHourOfOverlapIsHalfAnHourApart() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");

    assertThat(wakes("2026-04-05T01:45", lordHowe)).isEqualTo(at("2026-04-04T14:45:00Z"));
    assertThat(sleeps("2026-04-05T01:45", lordHowe)).isEqualTo(at("2026-04-04T15:15:00Z"));
  }

  private static Instant sleeps(String local, ZoneId zone) {
    return LocalTimes.sleepsAt(LocalDateTime.parse(local), zone);
  }

  private static Instant wakes(String local, ZoneId zone) {
    return LocalTimes.wakesAt(LocalDateTime.parse(local), zone);
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
