package dev.feierabend.core.reporting.energy;

import java.util.Optional;

/// The straight line through a host's metered watts over its load by least squares, each pair
/// weighing as much as the hours that it was metered for. Sums are kept, and no pairs.
final class MeteredLine {
  /// With less than a day a line says little.
  static final double LEAST_HOURS = 24;

  /// The standard deviation of the load, 0 to 1, below which a meter's noise would turn the line.
  static final double LEAST_SPREAD = 0.05;

  private double hours;
  private double loads;
  private double watts;
  private double squares;
  private double products;

  /// @param load 0 to 1
  void add(double forHours, double load, double metered) {
    hours += forHours;
    loads += forHours * load;
    watts += forHours * metered;
    squares += forHours * load * load;
    products += forHours * load * metered;
  }

  /// What the line says of no load at all (JCGM 100:2008, H.3.2), SIEC's P0; empty where the pairs
  /// don't tell it: they are too few or too close together, or watts that fall as load rises or
  /// less than none come out, as where something else is metered, too.
  Optional<Double> withoutLoad() {
    double determinant = hours * squares - loads * loads;
    if (hours < LEAST_HOURS || determinant < LEAST_SPREAD * LEAST_SPREAD * hours * hours) {
      return Optional.empty();
    }
    double rise = (hours * products - loads * watts) / determinant;
    return Optional.of((watts * squares - products * loads) / determinant)
        .filter(it -> it >= 0 && rise >= 0);
  }
}
