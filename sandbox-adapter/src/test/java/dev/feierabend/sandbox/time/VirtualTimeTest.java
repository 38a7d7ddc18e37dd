package dev.feierabend.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.time.Timetable;
import dev.feierabend.core.time.TimetableContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest extends TimetableContract {
  private static final Instant START = Instant.parse("2026-05-11T00:00:00Z");
  private final VirtualTime time = new VirtualTime(START);
  private final List<Instant> seen = new ArrayList<>();

  @Override
  protected Timetable timetable() {
    return time;
  }

  @Override
  protected Instant now() {
    return time.instant();
  }

  @Override
  protected void letPass(Duration duration) {
    time.runFor(duration);
  }

  @Test
  void aJobSeesExactlyItsInstantAndAfterwardsTheClockStandsAtTheEnd() {
    time.at(START.plusSeconds(90), "job", () -> seen.add(time.instant()));
    assertThat(time.next()).contains(START.plusSeconds(90));

    time.runUntil(START.plusSeconds(90));
    assertThat(seen).containsExactly(START.plusSeconds(90));

    time.runUntil(START.plusSeconds(100));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(100));
    assertThat(time.next()).isEmpty();
  }

  @Test
  void aWeekOfMinutesHasExactlyItsTicks() {
    time.every(START, Duration.ofMinutes(1), "tick", () -> seen.add(time.instant()));

    time.runFor(Duration.ofDays(7));

    assertThat(seen).hasSize(7 * 24 * 60 + 1).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void timeNeverGoesBack() {
    time.runFor(Duration.ofHours(1));
    time.at(START, "late", () -> seen.add(time.instant()));

    time.runUntil(START);

    assertThat(seen).containsExactly(START.plusSeconds(3600));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(3600));
  }

  @Test
  void aRepetitionThatComesLateKeepsItsGrid() {
    time.runFor(Duration.ofMinutes(25));
    time.every(START, Duration.ofMinutes(10), "tick", () -> seen.add(time.instant()));

    time.runFor(Duration.ofMinutes(20));

    assertThat(seen)
        .containsExactly(
            START.plusSeconds(25 * 60), START.plusSeconds(30 * 60), START.plusSeconds(40 * 60));
  }

  @Test
  void aJobThatThrowsEndsTheRunAndWhatIsDueStaysDue() {
    time.at(
        START.plusSeconds(1),
        "a",
        () -> {
          throw new IllegalStateException("broken");
        });
    time.at(START.plusSeconds(1), "b", () -> seen.add(time.instant()));
    assertThatThrownBy(() -> time.runFor(Duration.ofMinutes(1))).hasMessage("broken");
    assertThat(seen).isEmpty();

    time.runFor(Duration.ofMinutes(1));

    assertThat(seen).containsExactly(START.plusSeconds(1));
  }

  @Test
  void aPeriodOfZeroIsRefused() {
    assertThatThrownBy(() -> time.every(START, Duration.ZERO, "tick", () -> {}))
        .hasMessageContaining("Expected a period above zero");
  }
}
