package dev.feierabend.policies.imports;

/// What a manifest comes to.
sealed interface Outcome {
  /// It has a schedule.
  record Sleeps(Schedule schedule) implements Outcome {}

  /// It never sleeps there either.
  record StaysOn(LeftOut why) implements Outcome {}

  /// Our language can't say what it does.
  record Unsayable(LeftOut why) implements Outcome {}
}
