package dev.feierabend.policies.imports;

import java.util.BitSet;
import java.util.Optional;

/// Schedulers that act at times and otherwise leave things as they are: awake, the next of `sleep`
/// counts, asleep, the next of `wake`.
record Turns(WeekMinutes sleep, WeekMinutes wake) {

  /// When it is asleep in every week but the first; empty where that depends on how it began.
  Optional<WeekMinutes> settled() {
    WeekMinutes begunAwake = secondWeek(false);
    return begunAwake.equals(secondWeek(true)) ? Optional.of(begunAwake) : Optional.empty();
  }

  private WeekMinutes secondWeek(boolean asleep) {
    WeekMinutes first = week(asleep);
    return week(first.minutes().get(WeekMinutes.WEEK - 1));
  }

  private WeekMinutes week(boolean asleepBefore) {
    var minutes = new BitSet(WeekMinutes.WEEK);
    boolean asleep = asleepBefore;
    int since = 0;
    int next = next(asleep, 0);
    while (next < WeekMinutes.WEEK) {
      minutes.set(since, next, asleep);
      asleep = !asleep;
      since = next;
      next = next(asleep, next + 1);
    }
    minutes.set(since, WeekMinutes.WEEK, asleep);
    return new WeekMinutes(minutes);
  }

  private int next(boolean asleep, int from) {
    int next = (asleep ? wake : sleep).minutes().nextSetBit(from);
    return next < 0 ? WeekMinutes.WEEK : next;
  }
}
