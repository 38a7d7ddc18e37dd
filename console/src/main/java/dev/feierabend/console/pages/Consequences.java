package dev.feierabend.console.pages;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.comparison.ChangeText;
import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.comparison.Tally;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a proposal means: its week and its text beside those of what is in force, and what changes.
///
/// @param before empty where nothing is in force
/// @param verdict whether anything changes at all
/// @param changes what the two say differently, then the week's changes, each as a sentence
/// @param year what a year's changes come to
public record Consequences(
    Optional<Before> before, Week after, String verdict, List<String> changes, String year) {
  private static final Duration YEAR = Duration.ofDays(365);

  public Consequences {
    changes = List.copyOf(changes);
  }

  /// What is in force: its week, and its text beside the proposal's.
  public record Before(Week week, Lines lines) {}

  /// A proposal in a week.
  record Of(Evaluation evaluation, Comparisons comparisons, Agreements.Entry proposed, Days days) {

    Consequences beside(Optional<Agreements.Entry> inForce) {
      return inForce
          .map(Agreements.Entry::policy)
          .map(this::beside)
          .orElseGet(() ->
              new Consequences(
                  Optional.empty(), week(proposed.policy(), List.of()), "", List.of(), ""));
    }

    private Consequences beside(SchedulePolicy older) {
      var text = new ChangeText(days.locale(), days.zone());
      Comparison week = compared(older, days.to());
      Comparison year = compared(older, days.from().plus(YEAR));
      return new Consequences(
          Optional.of(new Before(week(older, List.of()), lines(older))),
          week(proposed.policy(), week.changes().stream().map(Stretch::of).toList()),
          text.verdict(year),
          Stream.concat(year.terms().stream().map(text::of), week.changes().stream().map(text::of))
              .toList(),
          text.total(Tally.of(year.changes(), days.zone()).total()));
    }

    private Lines lines(SchedulePolicy older) {
      return Lines.of(older.document().text(), proposed.policy().document().text());
    }

    private Comparison compared(SchedulePolicy older, Instant to) {
      return comparisons.of(older, proposed.policy(), days.from(), to);
    }

    private Week week(SchedulePolicy policy, List<Stretch> changes) {
      var stretches = Stretch.of(evaluation, policy, days.from(), days.to());
      return Week.of(proposed.agreement().value(), days, stretches, changes);
    }
  }
}
