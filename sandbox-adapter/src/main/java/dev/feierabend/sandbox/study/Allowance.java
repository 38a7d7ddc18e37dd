package dev.feierabend.sandbox.study;

/// What our method may spend, as parts of what LR-MMT spends on the same day.
///
/// @param slav of a product: twice the SLATAH and twice the PDM are four times the SLAV
record Allowance(double migrations, double slatah, double slav) {
  /// A twentieth, a quarter and a tenth must hold; two of them with some distance. LR-MMT is
  /// chaotic: where one of its moves differs all that follow do, and at the end of a day its
  /// migrations, by up to 3 per cent on 25 days, and its SLAV, by up to 9.
  static final Allowance USUAL = new Allowance(1.0 / 20.4, 1.0 / 4, 1.0 / 10.7);

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
