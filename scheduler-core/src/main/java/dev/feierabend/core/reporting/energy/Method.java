package dev.feierabend.core.reporting.energy;

/// How watts are known, and how well.
///
/// @param edition changes whenever figures would
/// @param curve relative standard uncertainty of watts by a host's power curve
/// @param meter that of metered watts
public record Method(String edition, double curve, double meter) {
  public static final Method TODAY = new Method("feierabend-energy/2", 0.05, 0.01);

  /// A value of which only its bounds are known has this share of their distance as its standard
  /// uncertainty (GUM 4.3.7, rectangular distribution).
  public static final double BETWEEN_BOUNDS = 1 / Math.sqrt(12);
}
