package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.WindowRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// What a policy means, told minute by minute and without any interval arithmetic: a minute may be
/// slept through if every local minute between the earliest that the clocks will still show and the
/// latest that they have shown is one of sleep. What began before the first minute or ends after
/// the last is told as just that.
final class MinuteOracle {
  private static final int DAY = 24 * 60;

  private interface OfMinutes {
    boolean of(LocalDate date, int minute);
  }

  private final SchedulePolicy policy;
  private final LocalMinutes local;
  private final int grid;
  private final BitSet window = new BitSet();
  private final List<BitSet> never = new ArrayList<>();
  private final TreeMap<Integer, LocalDate> awakeDates = new TreeMap<>();
  private final int validFrom;
  private final int validTo;

  /// @param grid every time of the policy is a multiple of that many minutes, so that the calendar
  ///   needs to be asked of every so manieth only
  MinuteOracle(SchedulePolicy policy, LocalMinutes local, int grid) {
    this.policy = policy;
    this.local = local;
    this.grid = grid;
    var calendar = new MinuteCalendar(policy, holidays(policy, local));
    var sleep = localMinutes(calendar::maySleep);
    for (int day = firstDay(); day <= lastDay(); day++) {
      if (calendar.awake(local.localStart().plusDays(day))) {
        sleep.clear(day * DAY, (day + 1) * DAY);
      }
    }
    for (WindowRule rule : policy.asleep().never()) {
      never.add(localMinutes((date, minute) -> calendar.covers(rule, date, minute)));
    }
    never.forEach(sleep::andNot);
    this.validFrom = policy.validity().from().map(local::minuteOf).orElse(Integer.MIN_VALUE);
    this.validTo =
        policy.validity().to().map(d -> local.minuteOf(d) + DAY).orElse(Integer.MAX_VALUE);
    policy.asleep().exceptions().stream()
        .filter(StaysAwake.class::isInstance)
        .forEach(e -> awakeDates.put(local.minuteOf(e.date()), e.date()));
    for (int i = 0; i < local.count(); i++) {
      window.set(i, sleep.nextClearBit(local.stillToCome()[i]) > local.shown()[i]);
    }
  }

  private static MinuteHolidays holidays(SchedulePolicy policy, LocalMinutes local) {
    LocalDate first = local.localStart();
    return new MinuteHolidays(
        policy.asleep().holidays(), first, first.plusDays(local.count() / DAY + 6));
  }

  private BitSet localMinutes(OfMinutes holds) {
    var minutes = new BitSet();
    for (int day = firstDay(); day <= lastDay(); day++) {
      LocalDate date = local.localStart().plusDays(day);
      for (int minute = 0; minute < DAY; minute += grid) {
        int first = day * DAY + minute;
        minutes.set(first, first + grid, holds.of(date, minute));
      }
    }
    return minutes;
  }

  private int firstDay() {
    return local.stillToCome()[0] / DAY;
  }

  private int lastDay() {
    return local.shown()[local.count() - 1] / DAY;
  }

  Told verdict(int minute) {
    int shown = local.shown()[minute];
    int stillToCome = local.stillToCome()[minute];
    if (stillToCome < validFrom || shown >= validTo) {
      return Told.of(shown < validTo ? "NotYetValid" : "NoLongerValid");
    }
    if (window.get(minute)) {
      Instant since = local.at(window.previousClearBit(minute) + 1);
      Instant readyBy = local.at(window.nextClearBit(minute));
      Instant wakeAt = readyBy.minus(policy.lead());
      if (since.isBefore(wakeAt)) {
        return local.at(minute).isBefore(wakeAt)
            ? Told.asleep(since, wakeAt, readyBy, local)
            : Told.of("WakingUp", readyBy);
      }
    }
    for (int rule = 0; rule < never.size(); rule++) {
      int next = never.get(rule).nextSetBit(stillToCome);
      if (next >= 0 && next <= shown) {
        return Told.of("Never", policy.asleep().never().get(rule).line());
      }
    }
    for (var date : awakeDates.entrySet()) {
      if (shown >= date.getKey() && stillToCome < date.getKey() + DAY) {
        return Told.of("StaysAwake", date.getValue());
      }
    }
    return Told.of("NoWindow");
  }
}
