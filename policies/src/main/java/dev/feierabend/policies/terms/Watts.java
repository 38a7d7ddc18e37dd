package dev.feierabend.policies.terms;

/// Electric power; finite and never negative.
public record Watts(double value) {
  public Watts {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Expected watts of at least 0 but found " + value);
    }
  }
}
