package dev.feierabend.bench.study;

import dev.feierabend.sandbox.study.Rules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A row of the table that lies beside the data: what CloudSim's LR-MMT gave on a day under three
/// sets of rules, and two bounds.
///
/// @param bounds in kWh, of the rules `kept` and `memory`
record MeasuredDay(String day, Map<Rules, Measured> figures, List<Double> bounds) {
  private static final List<Rules> COLUMNS = List.of(Rules.PUBLISHED, Rules.KEPT, Rules.MEMORY);

  /// `| day | guests | published | kept | memory | bounds |`, where a day is eight digits.
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d{8}) \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

  MeasuredDay {
    figures = new EnumMap<>(figures);
    bounds = List.copyOf(bounds);
  }

  static List<MeasuredDay> in(String page) {
    return ROW.matcher(page).results().map(MeasuredDay::of).toList();
  }

  private static MeasuredDay of(MatchResult row) {
    Map<Rules, Measured> figures = new EnumMap<>(Rules.class);
    for (int column = 0; column < COLUMNS.size(); column++) {
      figures.put(COLUMNS.get(column), Measured.of(row.group(column + 2)));
    }
    return new MeasuredDay(row.group(1), figures, Measured.figures(row.group(5)));
  }
}
