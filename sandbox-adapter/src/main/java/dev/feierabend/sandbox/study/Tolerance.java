package dev.feierabend.sandbox.study;

/// Up to which mean risk of overload hosts are packed: as far as uses up what may be spent. Where
/// more was spent of late, less risk is run; where less, more.
final class Tolerance {
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

  /// @param pace what is spent, of what may be: 1 where it is just as much
  void learn(double pace) {
    risk = Math.clamp(risk * Math.exp(GAIN * (1 - pace)), LEAST, MOST);
  }
}
