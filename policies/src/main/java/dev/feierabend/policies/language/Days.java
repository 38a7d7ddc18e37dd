package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Days of the week, spelt `Mon-Thu`, `Mon`, `Mon,Wed` or `Mon-Wed,Fri`.
public record Days(SortedSet<DayOfWeek> all) {
  static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String RUN = DAY + "(-" + DAY + ")?";
  private static final Pattern SPELLING = Pattern.compile(RUN + "(, ?" + RUN + ")*");

  public Days {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /// Each day at most once; `Fri-Mon` runs over the week's end.
  public static Days of(String text) {
    var days = new TreeSet<DayOfWeek>();
    for (String run : Scalars.matching(SPELLING, text).split(", ?")) {
      DayOfWeek last = day(run.substring(run.length() - 3));
      DayOfWeek day = day(run.substring(0, 3));
      for (boolean done = false; !done; day = day.plus(1)) {
        done = day == last;
        if (!days.add(day)) {
          throw new IllegalArgumentException(text);
        }
      }
    }
    return new Days(days);
  }

  static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name(day).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    var runs = new ArrayList<String>();
    List<DayOfWeek> days = List.copyOf(all);
    for (int first = 0, last; first < days.size(); first = last + 1) {
      last = first;
      while (last + 1 < days.size() && days.get(last + 1) == days.get(last).plus(1)) {
        last++;
      }
      runs.add(name(days.get(first)) + (last > first ? "-" + name(days.get(last)) : ""));
    }
    return String.join(",", runs);
  }
}
