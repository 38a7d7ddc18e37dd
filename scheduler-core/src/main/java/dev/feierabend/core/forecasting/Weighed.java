package dev.feierabend.core.forecasting;

/// Whom a mixture listens to, and what it adds.
final class Weighed {
  /// Before anything is learned: the course and the flat quantile alike.
  static final Weighed BEGINNING = new Weighed(new double[] {0.5, 0, 0, 0, 0.5}, 0);

  private final double[] weights;
  private final double margin;

  /// @param weights by voice; they add up to 1
  /// @param margin in usual deviations, at least 0
  Weighed(double[] weights, double margin) {
    this.weights = weights;
    this.margin = margin;
  }

  double weight(int voice) {
    return weights[voice];
  }

  double margin() {
    return margin;
  }

  double mean(double[] voices) {
    double mean = 0;
    for (int voice = 0; voice < voices.length; voice++) {
      mean += weights[voice] * voices[voice];
    }
    return mean;
  }
}
