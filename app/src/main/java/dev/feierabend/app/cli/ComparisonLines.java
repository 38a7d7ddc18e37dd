package dev.feierabend.app.cli;

import dev.feierabend.policies.comparison.ChangeText;
import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.comparison.Shift;
import dev.feierabend.policies.comparison.Tally;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// A comparison as lines: what the two say differently, the first stretches, and the hours by
/// weekday and year.
record ComparisonLines(Comparison comparison, Tally tally, ChangeText text) {

  List<String> first(int most) {
    var lines = new ArrayList<String>();
    lines.add(text.verdict(comparison));
    comparison.terms().forEach(term -> lines.add("  " + text.of(term)));
    if (comparison.changes().isEmpty()) {
      return lines;
    }
    lines.add("");
    comparison.changes().stream().limit(most).forEach(change -> lines.add(text.of(change)));
    int rest = comparison.changes().size() - most;
    if (rest > 0) {
      lines.add(text.words("more", rest, comparison.changes().size()));
    }
    lines.add("");
    lines.addAll(sums());
    lines.add(text.total(tally.total()));
    return lines;
  }

  private List<String> sums() {
    var lines = new ArrayList<String>();
    lines.add(row("", text.words("asleep"), text.words("awake")));
    tally
        .byWeekday()
        .forEach((day, shift) ->
            lines.add(row(day.getDisplayName(TextStyle.FULL, text.locale()), shift)));
    tally.byYear().forEach((year, shift) -> lines.add(row(year.toString(), shift)));
    return lines;
  }

  private String row(String of, Shift shift) {
    return row(of, text.hours(shift.asleep()), text.hours(shift.awake()));
  }

  private static String row(String of, String asleep, String awake) {
    return "%-12s %14s %14s".formatted(of, asleep, awake);
  }
}
