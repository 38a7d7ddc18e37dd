package dev.feierabend.policies.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Minutes of the week, counted from Monday 00:00 by the clock on the wall: other schedulers ask
/// each minute anew whether it is one of sleep, so sets of minutes say exactly what they mean.
record WeekMinutes(BitSet minutes) {
  static final int DAY = 24 * 60;
  static final int WEEK = 7 * DAY;
  static final WeekMinutes NONE = new WeekMinutes(new BitSet(WEEK));
  static final WeekMinutes ALL = NONE.complement();

  /// From inclusive, to exclusive; `to` is the smaller where it lies in the next week.
  record Run(int from, int to) {
    int length() {
      return Math.floorMod(to - from, WEEK);
    }
  }

  boolean isEmpty() {
    return minutes.isEmpty();
  }

  boolean isWhole() {
    return equals(ALL);
  }

  WeekMinutes complement() {
    var all = new BitSet(WEEK);
    all.set(0, WEEK);
    all.andNot(minutes);
    return new WeekMinutes(all);
  }

  WeekMinutes or(WeekMinutes other) {
    var either = (BitSet) minutes.clone();
    either.or(other.minutes);
    return new WeekMinutes(either);
  }

  WeekMinutes without(WeekMinutes other) {
    var left = (BitSet) minutes.clone();
    left.andNot(other.minutes);
    return new WeekMinutes(left);
  }

  /// The longest unbroken stretches, in order of their beginnings; none of them touches another,
  /// and one may run over the week's end.
  List<Run> runs() {
    var runs = new ArrayList<Run>();
    for (int from = minutes.nextSetBit(0); from >= 0; ) {
      int to = minutes.nextClearBit(from);
      runs.add(new Run(from, to % WEEK));
      from = minutes.nextSetBit(to);
    }
    boolean overTheEnd = runs.size() > 1 && runs.getFirst().from() == 0 && runs.getLast().to() == 0;
    if (overTheEnd) {
      runs.add(new Run(runs.removeLast().from(), runs.removeFirst().to()));
    }
    return runs;
  }
}
