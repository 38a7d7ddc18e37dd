package dev.feierabend.bench.study;

import dev.feierabend.sandbox.study.Day;
import dev.feierabend.sandbox.study.Days;
import dev.feierabend.sandbox.study.Lateness;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All methods on recorded days: the energy and the seconds that each takes, the limits of the
/// study's aim with whether they are held, and what late samples cost.
///
/// @param nanos a clock; that of the thread's processor time tells what one core takes, on a
///   machine that others use too
public record BesideLimits(Path folder, LongSupplier nanos, PrintWriter out) {
  public void compare() {
    try (Stream<Day> days = Days.in(folder)) {
      days.map(day -> LivedDay.of(day, nanos)).forEach(this::print);
    }
    out.flush();
  }

  private void print(LivedDay day) {
    out.printf(
        Locale.ROOT,
        "%n%s, %,d guests%n%-15s %s%n",
        day.day(),
        day.guests(),
        "",
        row(method -> "%10s".formatted(method)));
    for (UnderRules lived : day.all()) {
      row(lived, "kWh", Outcome::kwh);
      row(lived, "s", Outcome::seconds);
    }
    day.limits().forEach(limit -> out.printf("%-9s %s%n", day.day(), limit.told()));
    late(day, day.lateness());
  }

  private void row(UnderRules lived, String unit, Function<Outcome, Double> figure) {
    out.printf(
        "%-10s %4s %s%n",
        lived.rules(),
        unit,
        row(method -> String.format(Locale.ROOT, "%10.2f", figure.apply(lived.outcome(method)))));
  }

  private static String row(Function<MethodName, String> cell) {
    return Arrays.stream(MethodName.values()).map(cell).collect(Collectors.joining(" "));
  }

  private void late(LivedDay day, Lateness lateness) {
    out.printf(
        Locale.ROOT,
        "%-9s a step late: %.2f instead of %.2f kWh, %.1f %% more; SLATAH %.2f instead of %.2f %%%n",
        day.day(),
        lateness.late().kwh(),
        lateness.atOnce().kwh(),
        100 * lateness.loss(),
        100 * lateness.late().slatah(),
        100 * lateness.atOnce().slatah());
  }
}
