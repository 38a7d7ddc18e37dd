package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyTest {
  private static final Instant HALF_PAST_TEN = Instant.parse("2026-11-24T10:30:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final VirtualTime time = new VirtualTime(HALF_PAST_TEN);
  private final List<Instant> ended = new ArrayList<>();

  @Test
  void workIsDoneAtTheEndOfEachFullHour() {
    new Hourly(time, "work", (_, to) -> ended.add(to)).start(time.instant());

    time.runUntil(NOON);

    assertThat(ended).containsExactly(ELEVEN, NOON);
  }

  /// Checkpoints are due at each month's end, wherever the town keeps its clocks.
  @Test
  void everyMonthInBerlinEndsWithAnHour() {
    var zone = ZoneId.of("Europe/Berlin");
    for (var month = YearMonth.of(2026, 1); month.getYear() < 2040; month = month.plusMonths(1)) {
      ended.clear();
      Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
      var before = new VirtualTime(end.minusSeconds(90));
      new Hourly(before, "work", (_, to) -> ended.add(to)).start(before.instant());
      before.runUntil(end);
      assertThat(ended).containsExactly(end);
    }
  }

  @Test
  void anOutageCostsOneHourAndNoOther() {
    var work =
        new Hourly(
            time,
            "work",
            (_, to) -> {
              if (to.equals(ELEVEN)) {
                throw new Outage("The disk is full");
              }
              ended.add(to);
            });
    work.start(time.instant());

    time.runUntil(NOON);

    assertThat(ended).containsExactly(NOON);
  }
}
