package dev.feierabend.sandbox.study;

import java.util.function.LongSupplier;

/// The experiment: a day, rules and a method give an outcome.
///
/// @param nanos a clock that tells how long things take
public record Study(Day day, Rules rules, double boundKwh, LongSupplier nanos) {

  public static Study of(Day day, Rules rules, LongSupplier nanos) {
    return new Study(day, rules, LowerBound.ofThePark().kwh(day, rules), nanos);
  }

  public Outcome outcome(MethodName method) {
    if (method == MethodName.BOUND) {
      return outcome(method, new Figures(boundKwh, 0, 0, 0, 0, 0), 0);
    }
    long begin = nanos.getAsLong();
    Figures figures = Simulation.run(day, rules, method.begin());
    return outcome(method, figures, (nanos.getAsLong() - begin) / 1e9);
  }

  private Outcome outcome(MethodName method, Figures figures, double seconds) {
    return new Outcome(
        day.name(),
        rules.toString(),
        method.toString(),
        figures.kwh(),
        boundKwh,
        figures.migrations(),
        figures.slatah(),
        figures.pdm(),
        figures.slav(),
        figures.hostShutdowns(),
        figures.guestsAtEnd(),
        seconds);
  }
}
