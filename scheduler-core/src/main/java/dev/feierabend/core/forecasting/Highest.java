package dev.feierabend.core.forecasting;

/// The highest of many values, in order, so that quantiles near the top are at hand whenever one is
/// asked for: each value is compared with the lowest that is kept, and few come in.
final class Highest {
  /// The lowest first.
  private final double[] kept;

  private int count;
  private int size;

  /// @param level quantiles of which and above are asked for
  /// @param most values there will be
  Highest(double level, int most) {
    kept = new double[Math.clamp((long) ((most + 1) * (1 - level)) + 2, 1, Math.max(1, most))];
  }

  void add(double value) {
    size++;
    if (count < kept.length) {
      int at = count++;
      for (; at > 0 && kept[at - 1] > value; at--) {
        kept[at] = kept[at - 1];
      }
      kept[at] = value;
    } else if (value > kept[0]) {
      int at = 0;
      for (; at + 1 < count && kept[at + 1] < value; at++) {
        kept[at] = kept[at + 1];
      }
      kept[at] = value;
    }
  }

  int size() {
    return size;
  }

  /// As that of a [Sample] of the same values.
  ///
  /// @param level at least that which it was made for
  double quantile(double level) {
    return size == 0 ? 0 : kept[count - (size - Sample.place(size, level))];
  }
}
