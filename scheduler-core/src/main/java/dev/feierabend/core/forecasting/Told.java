package dev.feierabend.core.forecasting;

/// What was told of an hour: by each voice, and by the mixture of them.
final class Told {
  private final double[] voices;
  private final double mean;
  private final double quantile;

  /// @param deviation the usual one, in the load's unit
  Told(double[] voices, Weighed weighed, double deviation) {
    this.voices = voices;
    mean = weighed.mean(voices);
    quantile = mean + weighed.margin() * deviation;
  }

  double by(Voice voice) {
    return voices[voice.place()];
  }

  double by(int voice) {
    return voices[voice];
  }

  /// Without the margin on top.
  double mean() {
    return mean;
  }

  double quantile() {
    return quantile;
  }
}
