package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.forecasting.proposals.Suggestion.Because;
import dev.feierabend.core.forecasting.proposals.Suggestion.Declined;
import dev.feierabend.core.forecasting.proposals.Suggestion.Proposed;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.policies.language.Selector;
import dev.feierabend.policies.terms.PoolId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proposes policies, and says what a policy would have come to in the weeks that are recorded.
///
/// @param book what was recorded
/// @param evaluation by the calendar that policies count by
public record Adviser(Fleet fleet, LoadBook book, Evaluation evaluation) {

  /// @param pool a customer's
  public Suggestion suggest(Pool pool, Naming naming) {
    var tenant =
        pool.tenant()
            .orElseThrow(() ->
                new IllegalArgumentException("Expected a customer's pool but found " + pool.id()));
    return enough(pool.id())
        .map(record -> suggest(record, pool, new PolicyText(tenant, pool.id(), naming)))
        .orElseGet(() -> declined(pool, tooLittle(pool.id())));
  }

  private Suggestion suggest(PoolRecord record, Pool pool, PolicyText text) {
    var rhythm = Rhythm.of(record);
    if (rhythm.work() == 0) {
      return declined(pool, new Because.NeverUsed());
    }
    if (!rhythm.isThere()) {
      return declined(pool, new Because.AlwaysTheSame());
    }
    var found = QuietHours.of(TypicalWeek.of(record, rhythm, text.naming().zone()));
    if (found.asleep().isEmpty()) {
      return declined(pool, new Because.NothingQuiet());
    }
    return found.leavesSomeAwake()
        ? priced(record, pool, found, policy(text.of(found)))
        : declined(pool, new Because.NeverUsed());
  }

  private Suggestion priced(PoolRecord record, Pool pool, QuietHours found, SchedulePolicy policy) {
    SavingForecast forecast = forecast(policy, List.of(pool.id()));
    return forecast.least() > 0
        ? new Proposed(
            pool.id(), found.asleep(), found.never(), policy, forecast, record.knownHours())
        : declined(pool, new Because.NothingSaved());
  }

  /// What exactly that policy would have come to. Empty where it covers less than whole pools, for
  /// nothing is known of labels then; or where too little of one is recorded.
  public Optional<SavingForecast> forecast(SchedulePolicy policy) {
    Selector selects = policy.selects();
    List<PoolId> pools = List.copyOf(selects.pools());
    return selects.labels().isEmpty()
            && selects.names().isEmpty()
            && pools.stream().allMatch(pool -> enough(pool).isPresent() && owned(pool).isPresent())
        ? Optional.of(forecast(policy, pools))
        : Optional.empty();
  }

  private SavingForecast forecast(SchedulePolicy policy, List<PoolId> pools) {
    var sleeps = Sleeps.of(policy, evaluation);
    var forecasts = new ArrayList<SavingForecast>();
    for (PoolId pool : pools) {
      PoolRecord record = enough(pool).orElseThrow();
      Park park = Park.of(owned(pool).orElseThrow(), fleet, book);
      forecasts.add(
          Saving.of(
              Replay.of(record, Rhythm.of(record), sleeps),
              park.above(policy.floor().hostsOf(park.hosts().size())),
              record));
    }
    return Saving.together(forecasts);
  }

  private Optional<PoolRecord> enough(PoolId pool) {
    return book.of(pool)
        .filter(it -> it.knownHours() >= PoolRecord.LEAST_COVERAGE * Weeks.COUNT * Weeks.HOURS);
  }

  private Because tooLittle(PoolId pool) {
    return new Because.TooLittleRecorded(
        book.of(pool).map(PoolRecord::knownHours).orElse(0.0), Weeks.COUNT * Weeks.HOURS);
  }

  private Optional<Pool> owned(PoolId id) {
    return fleet.pools().stream().filter(pool -> pool.id().equals(id)).findFirst();
  }

  private static Declined declined(Pool pool, Because because) {
    return new Declined(pool.id(), because);
  }

  private static SchedulePolicy policy(String document) {
    return switch (SchedulePolicyParser.parse(
        "policy", document.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          throw new IllegalStateException("Expected a valid policy but found " + faults);
    };
  }
}
