package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The experiment: a day, rules and a method give an outcome.
///
/// @param nanos a clock that tells how long things take
public record Study(Day day, Rules rules, double boundKwh, LongSupplier nanos) {

  private static final int USUAL = 20;

  /// One of so many of LR-MMT's migrations at most.
  private static final List<Integer> FRONT = List.of(80, 40, 30, USUAL, 15, 10, 5);

  public static Study of(Day day, Rules rules, LongSupplier nanos) {
    return new Study(day, rules, LowerBound.ofThePark().kwh(day, rules), nanos);
  }

  public Outcome outcome(MethodName method) {
    if (method == MethodName.BOUND) {
      return outcome(method.toString(), new Figures(boundKwh, 0, 0, 0, 0, 0), 0);
    }
    return lived(method.toString(), method.begin());
  }

  /// What energy costs in migrations and SLATAH: our method where it may spend less of what LR-MMT
  /// spends, and more. Named `feierabend@1/20` where it is a twentieth of the migrations and with
  /// them a quarter of the SLATAH and about a tenth of the SLAV; at twice the migrations it is
  /// twice the SLATAH and four times the SLAV.
  public Stream<Outcome> front() {
    return FRONT.stream().map(this::outcome);
  }

  /// Under rules that show samples late: what that costs our method, with memory free.
  public Optional<Lateness> lateness() {
    return rules.delay() == 0
        ? Optional.empty()
        : Optional.of(new Lateness(ours(Rules.KEPT), ours(Rules.LATE)));
  }

  private Outcome ours(Rules others) {
    return of(day, others, nanos).outcome(MethodName.FEIERABEND);
  }

  private Outcome outcome(int oneOf) {
    Allowance allowance = Allowance.USUAL.times((double) USUAL / oneOf);
    return lived("%s@1/%d".formatted(MethodName.FEIERABEND, oneOf), new Feierabend(allowance));
  }

  private Outcome lived(String name, Method method) {
    long begin = nanos.getAsLong();
    Figures figures = Simulation.run(day, rules, method);
    return outcome(name, figures, (nanos.getAsLong() - begin) / 1e9);
  }

  private Outcome outcome(String method, Figures figures, double seconds) {
    return new Outcome(
        day.name(),
        rules.toString(),
        method,
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
