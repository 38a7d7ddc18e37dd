package dev.feierabend.bench.study;

import dev.feierabend.sandbox.study.Day;
import dev.feierabend.sandbox.study.Days;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import dev.feierabend.sandbox.study.Rules;
import dev.feierabend.sandbox.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// LR-MMT in our simulator beside what CloudSim 3.0.3 measured, day by day. CloudSim's figures are
/// read where the days lie, from the table in `README.md`.
public record BesideCloudSim(Path folder, PrintWriter out) {
  public void compare() throws IOException {
    List<MeasuredDay> days = MeasuredDay.in(Files.readString(folder.resolve("README.md")));
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a table of CloudSim's figures but found none in "
              + folder.resolve("README.md"));
    }
    out.printf("%29s %8s %8s %9s %8s %8s%n", "", "kWh", "moves", "SLAV", "SLATAH", "off");
    try (Stream<Day> recorded = Days.in(folder)) {
      recorded.forEach(day ->
          days.stream()
              .filter(measured -> measured.day().equals(day.name()))
              .forEach(measured -> compare(day, measured)));
    }
    out.flush();
  }

  private void compare(Day day, MeasuredDay measured) {
    measured
        .figures()
        .forEach((rules, reference) -> {
          Outcome outcome = Study.of(day, rules, System::nanoTime).outcome(MethodName.LR_MMT);
          Measured ours =
              new Measured(
                  outcome.kwh(),
                  outcome.migrations(),
                  outcome.slav(),
                  100 * outcome.slatah(),
                  outcome.hostShutdowns());
          print(day, rules, "CloudSim", reference);
          print(day, rules, "ours", ours);
          out.printf(
              Locale.ROOT,
              "%29s %+7.1f%% %+7.1f%% %+8.1f%% %+7.1f%% %+7.1f%%%n",
              Stream.concat(Stream.of(""), ours.deviations(reference)).toArray());
          bound(measured, rules, outcome.boundKwh());
        });
  }

  private void print(Day day, Rules rules, String whose, Measured figures) {
    out.printf(
        Locale.ROOT,
        "%-9s %-9s %-9s %8.2f %8.0f %9.2e %6.2f %% %8.0f%n",
        day.name(),
        rules,
        whose,
        figures.kwh(),
        figures.migrations(),
        figures.slav(),
        figures.slatah(),
        figures.shutdowns());
  }

  private void bound(MeasuredDay measured, Rules rules, double kwh) {
    int place = List.of(Rules.KEPT, Rules.MEMORY).indexOf(rules);
    if (place >= 0) {
      out.printf(
          Locale.ROOT, "%29s %8.1f, ours %.1f%n", "bound", measured.bounds().get(place), kwh);
    }
  }
}
