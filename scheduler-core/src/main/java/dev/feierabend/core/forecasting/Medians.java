package dev.feierabend.core.forecasting;

/// The middle of a few values.
final class Medians {
  private Medians() {}

  /// Of the first `count`, whose order it changes; of an even number the mean of the two in the
  /// middle, not a number of none.
  static double inPlace(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    int middle = count / 2;
    select(values, count, middle);
    if (count % 2 == 1) {
      return values[middle];
    }
    double below = values[0];
    for (int place = 1; place < middle; place++) {
      below = Math.max(below, values[place]);
    }
    return (below + values[middle]) / 2;
  }

  /// Puts the value that belongs to a place there, smaller ones before it and greater ones behind
  /// (Hoare, Communications of the ACM 4, 1961, algorithm 65).
  static void select(double[] values, int count, int wanted) {
    int first = 0;
    int last = count - 1;
    while (first < last) {
      double pivot = values[wanted];
      int left = first;
      int right = last;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (pivot < values[right]) {
          right--;
        }
        if (left <= right) {
          double moved = values[left];
          values[left++] = values[right];
          values[right--] = moved;
        }
      }
      first = right < wanted ? left : first;
      last = wanted < left ? right : last;
    }
  }
}
