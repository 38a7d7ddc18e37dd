package dev.feierabend.core.reporting.energy;

/// A value with its standard uncertainty, both in the same unit (JCGM 100:2008, the GUM).
///
/// @param uncertainty one standard deviation, 0 or more
public record Estimate(double value, double uncertainty) {
  public static final Estimate ZERO = new Estimate(0, 0);

  /// The sum of two that know nothing of each other (GUM 5.1.2).
  Estimate plus(Estimate other) {
    return new Estimate(value + other.value, Math.hypot(uncertainty, other.uncertainty));
  }

  /// The same in another unit.
  public Estimate times(double factor) {
    return new Estimate(value * factor, uncertainty * Math.abs(factor));
  }
}
