package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/// One policy, whose times are multiples of `grid` minutes, against the oracle over some days. The
/// first and the last day are not compared: what a lead does there depends on what the oracle
/// doesn't see.
record Comparing(LocalMinutes local, HolidayCalendar calendar, int grid, int everySoMany) {
  private static final int DAY = 24 * 60;

  /// Every change is compared to the minute, and minutes in between.
  void compare(SchedulePolicy policy, long seed) {
    var evaluation = new Evaluation(calendar);
    var random = new Random(seed);
    var oracle = new MinuteOracle(policy, local, grid);
    var changes = new ArrayList<Map.Entry<Instant, Told>>();
    int last = local.count() - DAY;
    Told before = oracle.verdict(DAY - 1);
    for (int minute = DAY; minute <= last; minute = next(minute)) {
      Told expected = oracle.verdict(minute);
      boolean change = !expected.equals(before);
      if (change) {
        changes.add(Map.entry(local.at(minute), expected));
      }
      if (change || random.nextInt(everySoMany) == 0) {
        Told told = Told.of(evaluation.at(policy, local.at(minute)), local);
        assertThat(told)
            .as("seed %d, %s at %s", seed, policy, local.at(minute))
            .isEqualTo(expected);
      }
      before = expected;
    }
    assertThat(evaluation.between(policy, local.at(DAY - 1), local.at(last)))
        .as("seed %d, %s", seed, policy)
        .extracting(t -> Map.entry(t.at(), Told.of(t.verdict(), local)))
        .isEqualTo(changes);
  }

  /// On a grid nothing changes but there and, by a lead of a minute, just before.
  private int next(int minute) {
    int ahead = grid - minute % grid;
    return minute + (ahead > 1 ? ahead - 1 : 1);
  }
}
