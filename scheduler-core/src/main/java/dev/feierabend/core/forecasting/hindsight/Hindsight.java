package dev.feierabend.core.forecasting.hindsight;

import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecaster;
import dev.feierabend.core.forecasting.proposals.Adviser;
import dev.feierabend.core.forecasting.proposals.LoadBook;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitTimes;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Forecasts by the journal's last weeks, which are read anew each time: proposals are rare, and
/// nobody keeps weeks of load in memory for them.
public record Hindsight(Journal journal, Fleet fleet, Evaluation evaluation)
    implements SavingForecaster {
  /// Weeks that are looked at end with the last interval of a pool, which may be a while ago.
  private static final Duration LOOKS_BACK = Duration.ofDays(30);

  @Override
  public Optional<SavingForecast> of(SchedulePolicy policy) {
    var book = new LoadBook(fleet);
    long last = journal.log().head().number();
    if (last > 0) {
      var times = new CommitTimes(journal.log());
      long first = times.firstSince(times.of(last).minus(LOOKS_BACK));
      try (Stream<Commit> commits = journal.log().from(first)) {
        commits
            .filter(commit -> commit.header().owner() instanceof Owner.Customer)
            .flatMap(journal::recorded)
            .forEach(recorded -> book.tell(recorded.event()));
      }
    }
    return new Adviser(fleet, book, evaluation).forecast(policy);
  }
}
