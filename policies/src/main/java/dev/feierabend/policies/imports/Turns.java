package dev.feierabend.policies.imports;

import java.util.Optional;
import java.util.function.IntFunction;

/// Schedulers that act at times and otherwise leave things as they are: what such a week comes to.
final class Turns {
  /// What happens in a minute. `OTHER` turns over whatever is.
  enum Turn {
    NOTHING,
    SLEEP,
    WAKE,
    OTHER
  }

  private Turns() {}

  /// When it is asleep in every week but the first; empty where that depends on how it began.
  static Optional<WeekMinutes> settled(IntFunction<Turn> turns) {
    WeekMinutes begunAwake = secondWeek(turns, false);
    return begunAwake.equals(secondWeek(turns, true)) ? Optional.of(begunAwake) : Optional.empty();
  }

  private static WeekMinutes secondWeek(IntFunction<Turn> turns, boolean asleep) {
    WeekMinutes first = week(turns, asleep);
    return week(turns, first.has(WeekMinutes.WEEK - 1));
  }

  private static WeekMinutes week(IntFunction<Turn> turns, boolean asleepBefore) {
    boolean[] asleep = {asleepBefore};
    return WeekMinutes.where(minute -> {
      asleep[0] =
          switch (turns.apply(minute)) {
            case NOTHING -> asleep[0];
            case SLEEP -> true;
            case WAKE -> false;
            case OTHER -> !asleep[0];
          };
      return asleep[0];
    });
  }
}
