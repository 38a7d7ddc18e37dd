package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.PoolId;
import java.util.List;

/// What is proposed for a pool, or why nothing is.
public sealed interface Suggestion {
  PoolId pool();

  /// @param asleep windows of every week; those of `never` may lie in them
  /// @param knownHours of the weeks' 672 that are recorded
  record Proposed(
      PoolId pool,
      List<Window> asleep,
      List<Never> never,
      SchedulePolicy policy,
      SavingForecast forecast,
      double knownHours)
      implements Suggestion {
    public Proposed {
      asleep = List.copyOf(asleep);
      never = List.copyOf(never);
    }
  }

  record Declined(PoolId pool, Because because) implements Suggestion {}

  /// Why nothing is proposed.
  sealed interface Because {
    /// Of the weeks' `all` hours only so many are recorded; a tenth may be missing.
    record TooLittleRecorded(double knownHours, int all) implements Because {}

    /// It rests and works at no time: it uses the same around the clock.
    record AlwaysTheSame() implements Because {}

    /// It is idle all week: it needs no schedule, but somebody who decides whether it is needed.
    record NeverUsed() implements Because {}

    /// No hours of the week were quiet in at least three of four weeks.
    record NothingQuiet() implements Because {}

    /// Whatever it sleeps, boots take as much, or nobody can switch its hosts.
    record NothingSaved() implements Because {}
  }
}
