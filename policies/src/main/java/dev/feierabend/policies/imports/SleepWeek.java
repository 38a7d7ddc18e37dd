package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.SleepInfo.Times;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The week of a `SleepInfo`: it sleeps at the first time of `sleepAt` after it woke, and wakes at
/// the first of `wakeUpAt` after it slept, both on its weekdays.
final class SleepWeek {
  /// One an hour.
  private static final int MOST_WINDOWS = 7 * 24;

  private SleepWeek() {}

  static Optional<WeekMinutes> of(SleepInfo info) {
    WeekMinutes wake = info.wakeUpAt().map(times -> falls(info, times)).orElse(WeekMinutes.NONE);
    return new Turns(falls(info, info.sleepAt()), wake).settled();
  }

  static Optional<Reason> obstacle(SleepInfo info) {
    if (info.wakeUpAt().isEmpty()) {
      return Optional.of(Reason.NEVER_WAKES);
    }
    Optional<WeekMinutes> week = of(info);
    if (week.isEmpty()) {
      return Optional.of(Reason.DEPENDS_ON_THE_START);
    }
    List<WeekMinutes.Run> asleep = week.orElseThrow().runs();
    List<WeekMinutes.Run> awake = week.orElseThrow().complement().runs();
    return asleep.size() > MOST_WINDOWS || tooShort(asleep) || tooShort(awake)
        ? Optional.of(Reason.TOO_OFTEN)
        : Optional.empty();
  }

  /// It looks for the next turn only when the minute of the last is over.
  private static boolean tooShort(List<WeekMinutes.Run> runs) {
    return runs.stream().anyMatch(run -> run.length() == 1);
  }

  private static WeekMinutes falls(SleepInfo info, Times times) {
    var minutes = new BitSet(WeekMinutes.WEEK);
    info.weekdays().stream()
        .map(weekday -> (weekday + 6) % 7 * WeekMinutes.DAY)
        .forEach(day ->
            times.hours().stream()
                .forEach(hour ->
                    times.minutes().stream()
                        .forEach(minute -> minutes.set(day + hour * 60 + minute))));
    return new WeekMinutes(minutes);
  }
}
