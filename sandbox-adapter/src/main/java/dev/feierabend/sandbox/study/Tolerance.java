package dev.feierabend.sandbox.study;

/// Up to which mean risk of overload hosts are packed: as far as costs each guest two migrations a
/// day. Where more were made of late, less risk is run; where fewer, more.
final class Tolerance {
  private static final double MIGRATIONS_A_GUEST = 2;
  private static final double GAIN = 0.02;
  private static final double FIRST = 0.15;
  private static final double LEAST = 0.03;
  private static final double MOST = 0.4;

  /// How far above the tolerated risk a host is opened: opening one at once that was just emptied
  /// would cost what emptying it saved.
  private static final double SLACK = 1.2;

  private double risk = FIRST;

  /// A host may be emptied if the others stay below it.
  double risk() {
    return risk;
  }

  /// Beyond this another host is opened.
  double limit() {
    return SLACK * risk;
  }

  /// @param migrations how many a step took
  void learn(int migrations, int guests) {
    double share = MIGRATIONS_A_GUEST * guests / Day.STEPS;
    double excess = (migrations - share) / share;
    risk = Math.clamp(risk * Math.exp(-GAIN * excess), LEAST, MOST);
  }
}
