package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.forecasting.VerdictText;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.core.reporting.Past;
import dev.feierabend.core.reporting.Reasoning;
import dev.feierabend.core.reporting.Subject;
import dev.feierabend.core.reporting.Subjects;
import dev.feierabend.core.reporting.WhySentence;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Instant;
import java.util.stream.Stream;

/// Why something slept or was awake, found out from that part of the history alone that a caller
/// may see.
final class Inquiry {
  private final Journal journal;
  private final Fleet fleet;
  private final Evaluation evaluation;
  private final Telling telling;

  Inquiry(Journal journal, Fleet fleet, Evaluation evaluation, Telling telling) {
    this.journal = journal;
    this.fleet = fleet;
    this.evaluation = evaluation;
    this.telling = telling;
  }

  /// @throws Declined where nothing is called so, or not for this caller, or what was recorded by
  ///   then has moved to an archive
  WhyView of(String word, Instant at, Chronicle.Reader reader) {
    var past = new Past(at, new Subjects(fleet));
    try (Stream<Commit> history = journal.log().from(1)) {
      history
          .filter(commit -> reader.caller().sees(commit.header().owner()))
          .peek(commit -> require(commit, at))
          .flatMap(journal::recorded)
          .forEachOrdered(past::tell);
    }
    Subject subject =
        past.subjects()
            .called(word)
            .filter(found -> reader.caller().sees(found.owner()))
            .orElseThrow(Declined::notFound);
    var why = new Reasoning(past, evaluation).of(subject);
    var sentence = new WhySentence(reader.locale(), telling.zone(), telling::name);
    var need = past.need(subject, evaluation).map(new VerdictText(reader.locale())::of);
    return WhyView.of(why, sentence.of(why), need);
  }

  private static void require(Commit commit, Instant at) {
    if (commit.isArchived() && !at.isAfter(commit.header().time())) {
      throw Declined.refused(
          new Refusal(
              "events-archived",
              "Expected a time behind the archived periods but the events of commit %d have moved to an archive; ask `feierabend why` with --archive"
                  .formatted(commit.number())));
    }
  }
}
