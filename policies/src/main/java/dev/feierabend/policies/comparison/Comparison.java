package dev.feierabend.policies.comparison;

import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.CanonicalPolicy;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What a newer policy changes about an older one within a period.
///
/// @param sameDocument not a byte differs: an approval of the one is one of the other
/// @param terms what the two say differently, in canonical words; empty where only comments, order
///   or spelling changed
/// @param changes the time that changes hands, in order
public record Comparison(boolean sameDocument, List<Term> terms, List<Change> changes) {
  public Comparison {
    terms = List.copyOf(terms);
    changes = List.copyOf(changes);
  }

  /// From `from` inclusive to `to` exclusive.
  public static Comparison of(
      Evaluation evaluation, SchedulePolicy older, SchedulePolicy newer, Instant from, Instant to) {
    return new Comparison(
        older.document().digest().equals(newer.document().digest()),
        Term.between(CanonicalPolicy.of(older), CanonicalPolicy.of(newer)),
        changes(
            Course.of(evaluation, older, from, to), Course.of(evaluation, newer, from, to), to));
  }

  /// The two agree upon the same, whatever their documents look like.
  public boolean sameMeaning() {
    return terms.isEmpty();
  }

  private static List<Change> changes(Course older, Course newer, Instant end) {
    var edges = new TreeSet<>(older.edges());
    edges.addAll(newer.edges());
    edges.add(end);
    var changes = new ArrayList<Change>();
    for (Instant at : edges.headSet(end)) {
      if (older.asleep(at) != newer.asleep(at)) {
        add(changes, change(older, newer, at, edges.higher(at)));
      }
    }
    return changes;
  }

  private static Change change(Course older, Course newer, Instant at, Instant to) {
    return new Change(at, to, newer.asleep(at), older.at(at).because(), newer.at(at).because());
  }

  private static void add(List<Change> changes, Change next) {
    if (!changes.isEmpty() && changes.getLast().goesOnAs(next)) {
      changes.add(changes.removeLast().with(next));
    } else {
      changes.add(next);
    }
  }
}
