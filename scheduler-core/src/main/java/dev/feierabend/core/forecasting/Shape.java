package dev.feierabend.core.forecasting;

import java.util.Arrays;

/// A week's usual course, by medians, which neither outliers nor gaps move: of each hour of the
/// week, of each hour of a kind of day (working day, Saturday, Sunday), and of all.
final class Shape {
  private static final int DAY = 24;
  private static final int WORKING_DAYS = 5;
  static final int KINDS = 3 * DAY;

  private final double[] kinds = new double[KINDS];
  private final double[] slots = new double[WeekHours.COUNT];
  private final double[] highest = new double[WeekHours.COUNT];
  private final double level;

  /// Of the hours before `until`.
  ///
  /// @param lived the hour of the week of each
  Shape(double[] load, int[] lived, int until) {
    var hours = new HoursApart(load, lived, until);
    double sum = 0;
    double weight = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      int days = kind < DAY ? WORKING_DAYS : 1;
      int first = kind < DAY ? kind : kind + (WORKING_DAYS - 1) * DAY;
      kinds[kind] = hours.median(first, days);
      if (!Double.isNaN(kinds[kind])) {
        sum += days * kinds[kind];
        weight += days;
      }
    }
    level = weight > 0 ? sum / weight : 0;
    Arrays.setAll(kinds, kind -> Double.isNaN(kinds[kind]) ? level : kinds[kind]);
    for (int slot = 0; slot < slots.length; slot++) {
      double median = hours.median(slot, 1);
      slots[slot] = Double.isNaN(median) ? kinds[kind(slot)] : median;
      highest[slot] = Double.isNaN(median) ? kinds[kind(slot)] : hours.highest();
    }
  }

  /// Which hour of which kind of day an hour of the week is.
  static int kind(int slot) {
    int working = WORKING_DAYS * DAY;
    return slot < working ? slot % DAY : slot - working + DAY;
  }

  /// The highest that was seen at that hour of the week.
  double highest(int slot) {
    return highest[slot];
  }

  double at(int slot, Blend blend) {
    double kind = kinds[kind(slot)];
    return level + blend.day * (kind - level) + blend.week * (slots[slot] - kind);
  }

  /// By hour of the week.
  double[] course(Blend blend) {
    var course = new double[WeekHours.COUNT];
    Arrays.setAll(course, slot -> at(slot, blend));
    return course;
  }

  /// The known hours, one hour of the week after the other.
  private static final class HoursApart {
    private final int[] ends = new int[WeekHours.COUNT + 1];
    private final double[] values;
    private final double[] asked;
    private int count;

    HoursApart(double[] load, int[] lived, int until) {
      for (int hour = 0; hour < until; hour++) {
        ends[lived[hour] + 1] += Double.isNaN(load[hour]) ? 0 : 1;
      }
      for (int slot = 0; slot < WeekHours.COUNT; slot++) {
        ends[slot + 1] += ends[slot];
      }
      values = new double[ends[WeekHours.COUNT]];
      asked = new double[values.length];
      int[] next = ends.clone();
      for (int hour = 0; hour < until; hour++) {
        if (!Double.isNaN(load[hour])) {
          values[next[lived[hour]]++] = load[hour];
        }
      }
    }

    /// Of an hour of the week and those that are up to so many days later.
    double median(int first, int days) {
      count = 0;
      for (int slot = first; slot < first + days * DAY; slot += DAY) {
        int size = ends[slot + 1] - ends[slot];
        System.arraycopy(values, ends[slot], asked, count, size);
        count += size;
      }
      return Medians.inPlace(asked, count);
    }

    /// Of those whose median was asked for last.
    double highest() {
      double highest = 0;
      for (int place = 0; place < count; place++) {
        highest = Math.max(highest, asked[place]);
      }
      return highest;
    }
  }
}
