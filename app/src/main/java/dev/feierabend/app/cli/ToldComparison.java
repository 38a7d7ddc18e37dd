package dev.feierabend.app.cli;

import dev.feierabend.policies.comparison.Change;
import dev.feierabend.policies.comparison.ChangeText;
import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.comparison.Tally;
import dev.feierabend.policies.comparison.Term;
import java.time.Instant;
import java.util.List;

/// A comparison as `policy diff --json` tells it; lengths are ISO 8601 durations.
record ToldComparison(
    boolean sameDocument,
    boolean sameMeaning,
    List<Term> terms,
    Tally tally,
    List<ToldChange> changes) {

  record ToldChange(Instant from, Instant to, boolean asleep, String sentence) {}

  static ToldComparison of(Comparison comparison, Tally tally, ChangeText text) {
    return new ToldComparison(
        comparison.sameDocument(),
        comparison.sameMeaning(),
        comparison.terms(),
        tally,
        comparison.changes().stream().map(change -> told(change, text)).toList());
  }

  private static ToldChange told(Change change, ChangeText text) {
    return new ToldChange(change.from(), change.to(), change.asleep(), text.of(change));
  }
}
