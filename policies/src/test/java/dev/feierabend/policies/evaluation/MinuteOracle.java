package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// What a policy means, told minute by minute and without any interval arithmetic: a minute may be
/// slept through if every local minute between the earliest that the clocks will still show and the
/// latest that they have shown is one of sleep.
final class MinuteOracle {
  private static final int DAY = 24 * 60;

  private final SchedulePolicy policy;
  private final MinuteCalendar calendar;
  private final Instant start;
  private final int minutes;
  private final LocalDateTime localStart;
  private final BitSet localSleep = new BitSet();
  private final int[] shown;
  private final int[] stillToCome;
  private final BitSet window = new BitSet();
  private final TreeMap<Integer, LocalDate> awakeDates = new TreeMap<>();
  private final int validFrom;
  private final int validTo;

  /// A verdict in words that compare quickly.
  record Told(String kind, List<Object> words) {
    static Told of(String kind, Object... words) {
      return new Told(kind, List.of(words));
    }
  }

  MinuteOracle(SchedulePolicy policy, Instant start, int days) {
    this.policy = policy;
    this.calendar = new MinuteCalendar(policy);
    this.start = start;
    this.minutes = days * DAY;
    this.localStart = LocalDate.ofInstant(start, policy.zone()).minusDays(2).atStartOfDay();
    for (int day = 0; day < days + 6; day++) {
      localDay(day * DAY, LocalDate.from(localStart).plusDays(day));
    }
    this.validFrom = policy.validity().from().map(this::minuteOf).orElse(Integer.MIN_VALUE);
    this.validTo = policy.validity().to().map(d -> minuteOf(d) + DAY).orElse(Integer.MAX_VALUE);
    policy.asleep().exceptions().stream()
        .filter(StaysAwake.class::isInstance)
        .forEach(e -> awakeDates.put(minuteOf(e.date()), e.date()));
    this.shown = new int[minutes];
    this.stillToCome = new int[minutes];
    localMinutes();
    for (int i = 0; i < minutes; i++) {
      window.set(i, localSleep.nextClearBit(stillToCome[i]) > shown[i]);
    }
  }

  private void localDay(int first, LocalDate date) {
    for (int minute = 0; !calendar.awake(date) && minute < DAY; minute++) {
      localSleep.set(first + minute, calendar.maySleep(date, minute));
    }
  }

  private void localMinutes() {
    for (int i = 0; i < minutes; i++) {
      stillToCome[i] = local(i);
      shown[i] = Math.max(stillToCome[i], i == 0 ? 0 : shown[i - 1]);
    }
    for (int i = minutes - 2; i >= 0; i--) {
      stillToCome[i] = Math.min(stillToCome[i], stillToCome[i + 1]);
    }
  }

  private int local(int minute) {
    LocalDateTime now = LocalDateTime.ofInstant(at(minute), policy.zone());
    return (int) Duration.between(localStart, now).toMinutes();
  }

  Instant at(int minute) {
    return start.plus(Duration.ofMinutes(minute));
  }

  Told verdict(int minute) {
    if (stillToCome[minute] < validFrom || shown[minute] >= validTo) {
      return Told.of(shown[minute] < validTo ? "NotYetValid" : "NoLongerValid");
    }
    if (window.get(minute)) {
      Instant since = at(window.previousClearBit(minute) + 1);
      Instant readyBy = at(window.nextClearBit(minute));
      Instant wakeAt = readyBy.minus(policy.lead());
      if (since.isBefore(wakeAt)) {
        return at(minute).isBefore(wakeAt)
            ? Told.of("Asleep", since, wakeAt, readyBy)
            : Told.of("WakingUp", readyBy);
      }
    }
    for (var date : awakeDates.entrySet()) {
      if (shown[minute] >= date.getKey() && stillToCome[minute] < date.getKey() + DAY) {
        return Told.of("StaysAwake", date.getValue());
      }
    }
    return Told.of("NoWindow");
  }

  private int minuteOf(LocalDate date) {
    return (int) Duration.between(localStart, date.atStartOfDay()).toMinutes();
  }
}
