package dev.feierabend.sandbox.study;

/// What our method may spend, as parts of what LR-MMT spends on the same day.
///
/// @param slav of a product: twice the SLATAH and twice the PDM are four times the SLAV
record Allowance(double migrations, double slatah, double slav) {
  /// A twentieth, a quarter and a tenth must hold. A little less is spent, for a step's moves are
  /// decided before it is known what they, and LR-MMT's of the same step, will have cost.
  static final Allowance USUAL = new Allowance(1.0 / 20.2, 1.0 / 4.03, 1.0 / 10.2);

  Allowance {
    if (!(migrations > 0 && slatah > 0 && slav > 0)) {
      throw new IllegalArgumentException(
          "Expected parts above 0 but found %s, %s and %s".formatted(migrations, slatah, slav));
    }
  }

  /// So many times of each of the three that a product counts.
  Allowance times(double factor) {
    return new Allowance(migrations * factor, slatah * factor, slav * factor * factor);
  }

  double pdm() {
    return slav / slatah;
  }
}
