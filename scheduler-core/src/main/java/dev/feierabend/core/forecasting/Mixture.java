package dev.feierabend.core.forecasting;

/// Mixes the voices of one horizon into one forecast, by how they did so far: polynomially weighted
/// averages with a rate for each voice and no parameter (ML-Poly; Gaillard, Stoltz and van Erven,
/// COLT 2014, without the 1 that presumes a scale), on the pinball loss's slope, so that the
/// mixture keeps up with the best fixed mixture. On top, what hours beyond the forecast ask for: a
/// margin that each such hour raises and each other one lowers, so that the level holds in the long
/// run whatever the load does (the quantile tracker of conformal PID control; Angelopoulos, Candès
/// and Tibshirani, NeurIPS 2023).
final class Mixture {
  private static final double RATE = 0.03;

  private final double level;
  private final double[] regrets = new double[Voice.count()];
  private final double[] squares = new double[Voice.count()];
  private double margin;

  Mixture(double level) {
    this.level = level;
  }

  void learn(double seen, Told told) {
    double mean = told.mean();
    double slope = (seen <= mean ? 1 : 0) - level;
    for (int voice = 0; voice < regrets.length; voice++) {
      double regret = slope * (mean - told.by(voice));
      regrets[voice] += regret;
      squares[voice] += regret * regret;
    }
    boolean exceeded = seen > told.quantile();
    margin = Math.max(0, margin + RATE * (exceeded ? level : level - 1));
  }

  /// @param until where nothing is learned yet, and for no smaller a margin
  Weighed weighed(Weighed until) {
    var weights = new double[Voice.count()];
    double sum = 0;
    for (int voice = 0; voice < weights.length; voice++) {
      weights[voice] = regrets[voice] > 0 ? regrets[voice] / squares[voice] : 0;
      sum += weights[voice];
    }
    for (int voice = 0; voice < weights.length; voice++) {
      weights[voice] = sum > 0 ? weights[voice] / sum : until.weight(voice);
    }
    return new Weighed(weights, Math.max(margin, until.margin()));
  }
}
