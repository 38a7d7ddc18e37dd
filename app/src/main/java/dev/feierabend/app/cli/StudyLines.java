package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.sandbox.study.Lateness;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import dev.feierabend.sandbox.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A study as a table: a line a method, which can be told before the next is known.
record StudyLines(Locale locale, Phrases phrases) {
  List<String> head(Study study) {
    Object[] names =
        Stream.of(
                "method",
                "kwh",
                "of-bound",
                "migrations",
                "slatah",
                "pdm",
                "slav",
                "shutdowns",
                "left",
                "seconds")
            .map(column -> phrases.of("study-" + column))
            .toArray();
    String day =
        phrases.of(
            "study-day", study.day().name(), study.rules(), study.day().guests(), study.boundKwh());
    return List.of(day, "%-15s %9s %10s %11s %9s %9s %9s %11s %8s %6s".formatted(names));
  }

  String of(Outcome outcome) {
    String energy =
        String.format(
            locale, "%-15s %9.2f %10s", outcome.method(), outcome.kwh(), ofBound(outcome));
    return outcome.method().equals(MethodName.BOUND.toString())
        ? energy
        : energy + service(outcome);
  }

  String of(Lateness lateness) {
    Outcome atOnce = lateness.atOnce();
    Outcome late = lateness.late();
    return phrases.of(
        "study-late",
        atOnce.method(),
        atOnce.kwh(),
        late.kwh(),
        lateness.loss(),
        atOnce.slatah(),
        late.slatah());
  }

  /// Nothing where nothing was the least.
  private String ofBound(Outcome outcome) {
    return Double.isFinite(outcome.ofBound())
        ? String.format(locale, "%.3f", outcome.ofBound())
        : "";
  }

  private String service(Outcome outcome) {
    return String.format(
        locale,
        " %,11d %7.2f %% %7.4f %% %9.2e %,11d %,8d %6.1f",
        outcome.migrations(),
        100 * outcome.slatah(),
        100 * outcome.pdm(),
        outcome.slav(),
        outcome.hostShutdowns(),
        outcome.vmsAtEnd(),
        outcome.seconds());
  }
}
