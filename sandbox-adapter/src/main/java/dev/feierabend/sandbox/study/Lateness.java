package dev.feierabend.sandbox.study;

/// One method on one day with memory free, shown each sample at once and a step late.
public record Lateness(Outcome atOnce, Outcome late) {

  /// What it needs more of energy, as a part of what it needs where samples come at once.
  public double loss() {
    return late.kwh() / atOnce.kwh() - 1;
  }
}
