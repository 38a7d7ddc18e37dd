package dev.feierabend.core.forecasting;

import java.util.Arrays;

/// Values of which quantiles are asked for now and then.
final class Sample {
  private double[] values = new double[2 * WeekHours.COUNT];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /// The smallest value that a share `level` of further ones will not exceed: that in the place
  /// `⌈(n + 1) level⌉` of `n`, the highest where there is no such place (split conformal
  /// prediction; Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, JASA 113, 2018, section 2.2). 0 of
  /// none.
  double quantile(double level) {
    if (size == 0) {
      return 0;
    }
    int place = place(size, level);
    Medians.select(values, size, place);
    return values[place];
  }

  /// Where in order that value is among so many, counted from 0.
  static int place(int size, double level) {
    return Math.clamp((int) Math.ceil((size + 1) * level), 1, size) - 1;
  }
}
