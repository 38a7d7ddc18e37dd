package dev.feierabend.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of equally many cells as lines whose cells stand below one another.
final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  static List<String> aligned(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), width(column, rows)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static int width(int column, List<List<String>> rows) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
