package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.SleepInfo.Times;
import dev.feierabend.policies.imports.Turns.Turn;
import java.util.List;
import java.util.Optional;

/// The week of a `SleepInfo`: it sleeps at the first time of `sleepAt` after it woke, and wakes at
/// the first of `wakeUpAt` after it slept, both on its weekdays.
final class SleepWeek {
  /// One an hour.
  private static final int MOST_WINDOWS = 7 * 24;

  private SleepWeek() {}

  static Optional<WeekMinutes> of(SleepInfo info) {
    return Turns.settled(minute -> turn(info, minute));
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
    List<WeekMinutes.Run> awake = WeekMinutes.ALL.without(week.orElseThrow()).runs();
    return asleep.size() > MOST_WINDOWS || tooShort(asleep) || tooShort(awake)
        ? Optional.of(Reason.TOO_OFTEN)
        : Optional.empty();
  }

  /// It looks for the next turn only when the minute of the last is over.
  private static boolean tooShort(List<WeekMinutes.Run> runs) {
    return runs.stream().anyMatch(run -> run.length() == 1);
  }

  private static Turn turn(SleepInfo info, int minute) {
    boolean sleep = falls(info, info.sleepAt(), minute);
    boolean wake = info.wakeUpAt().filter(times -> falls(info, times, minute)).isPresent();
    if (sleep && wake) {
      return Turn.OTHER;
    }
    return sleep ? Turn.SLEEP : wake ? Turn.WAKE : Turn.NOTHING;
  }

  private static boolean falls(SleepInfo info, Times times, int minute) {
    int ofDay = minute % WeekMinutes.DAY;
    int weekday = (minute / WeekMinutes.DAY + 1) % 7;
    return info.weekdays().get(weekday)
        && times.hours().get(ofDay / 60)
        && times.minutes().get(ofDay % 60);
  }
}
