package dev.feierabend.bench.study;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one method made of one day under one set of rules.
///
/// @param slatah in per cent
record Measured(double kwh, double migrations, double slav, double slatah, double shutdowns) {
  private static final Pattern SLASH = Pattern.compile(" / ");

  /// A cell `kWh / migrations / SLAV / SLATAH / host shutdowns`.
  ///
  /// @throws NumberFormatException where one of them is none
  static Measured of(String cell) {
    List<Double> figures = figures(cell);
    if (figures.size() != 5) {
      throw new IllegalArgumentException("Expected five figures but found " + cell);
    }
    return new Measured(
        figures.get(0), figures.get(1), figures.get(2), figures.get(3), figures.get(4));
  }

  static List<Double> figures(String cell) {
    return SLASH
        .splitAsStream(cell)
        .map(figure -> figure.replaceAll("[,%\\s]", ""))
        .map(Double::valueOf)
        .toList();
  }

  Stream<Double> deviations(Measured reference) {
    return Stream.of(
            kwh / reference.kwh,
            migrations / reference.migrations,
            slav / reference.slav,
            slatah / reference.slatah,
            shutdowns / reference.shutdowns)
        .map(ratio -> 100 * (ratio - 1));
  }
}
