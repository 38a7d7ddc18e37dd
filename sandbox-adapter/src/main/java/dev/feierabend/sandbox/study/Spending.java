package dev.feierabend.sandbox.study;

/// What disturbs those who run: migrations, seconds in which hosts are short, and MIPS lost on the
/// way, times seconds. As much of each was spent, may be, or is spent of what may be.
record Spending(double migrations, double seconds, double mips) {
  static final Spending NONE = new Spending(0, 0, 0);
  static final Spending JUST_AS_MUCH = new Spending(1, 1, 1);

  Spending plus(Spending other) {
    return new Spending(migrations + other.migrations, seconds + other.seconds, mips + other.mips);
  }

  Spending times(double factor) {
    return new Spending(factor * migrations, factor * seconds, factor * mips);
  }

  /// @param allowed more than nothing of each
  Spending of(Spending allowed) {
    return new Spending(
        migrations / allowed.migrations, seconds / allowed.seconds, mips / allowed.mips);
  }

  /// Of what there is least left of: migrations, SLATAH, or SLAV, which is a product.
  double scarcest() {
    return Math.max(migrations, shortness());
  }

  /// The same without migrations.
  double shortness() {
    return Math.max(seconds, Math.sqrt(seconds * mips));
  }
}
