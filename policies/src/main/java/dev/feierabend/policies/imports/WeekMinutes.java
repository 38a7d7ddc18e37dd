package dev.feierabend.policies.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// Minutes of the week, counted from Monday 00:00 by the clock on the wall: other schedulers ask
/// each minute anew whether it is one of sleep, so sets of minutes say exactly what they mean.
record WeekMinutes(BitSet minutes) {
  static final int DAY = 24 * 60;
  static final int WEEK = 7 * DAY;
  static final WeekMinutes NONE = where(_ -> false);
  static final WeekMinutes ALL = where(_ -> true);

  /// From inclusive, to exclusive; `to` is the smaller where it lies in the next week.
  record Run(int from, int to) {
    int length() {
      return Math.floorMod(to - from, WEEK);
    }
  }

  static WeekMinutes where(IntPredicate wanted) {
    var minutes = new BitSet(WEEK);
    for (int minute = 0; minute < WEEK; minute++) {
      minutes.set(minute, wanted.test(minute));
    }
    return new WeekMinutes(minutes);
  }

  boolean has(int minute) {
    return minutes.get(minute);
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  boolean isWhole() {
    return equals(ALL);
  }

  WeekMinutes or(WeekMinutes other) {
    return where(minute -> has(minute) || other.has(minute));
  }

  WeekMinutes without(WeekMinutes other) {
    return where(minute -> has(minute) && !other.has(minute));
  }

  /// The longest unbroken stretches, in order of their beginnings; none of them touches another.
  List<Run> runs() {
    var runs = new ArrayList<Run>();
    for (int minute = 0; minute < WEEK; minute++) {
      if (has(minute) && !has(Math.floorMod(minute - 1, WEEK))) {
        int end = minutes.nextClearBit(minute);
        runs.add(new Run(minute, end < WEEK ? end : minutes.nextClearBit(0)));
      }
    }
    return runs;
  }
}
