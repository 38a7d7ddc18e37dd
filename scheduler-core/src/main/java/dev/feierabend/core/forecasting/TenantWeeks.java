package dev.feierabend.core.forecasting;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// As which hours of the week customers live, around an instant: as their agreements say. Whoever
/// has none in force lives by UTC and knows no holidays; nothing of it sleeps.
public final class TenantWeeks {
  private final Agreements agreements;
  private final Evaluation evaluation;
  private final Instant at;
  private final Map<TenantId, WeekHours> known = new HashMap<>();

  public TenantWeeks(Agreements agreements, Evaluation evaluation, Instant at) {
    this.agreements = agreements;
    this.evaluation = evaluation;
    this.at = at;
  }

  WeekHours of(TenantId tenant) {
    return known.computeIfAbsent(
        tenant,
        _ ->
            policy(tenant)
                .map(policy -> evaluation.week(policy, at))
                .map(week -> Prospects.hours(at, week::hourOf))
                .orElseGet(() -> WeekHours.between(at, at, _ -> 0)));
  }

  /// The first of several, in their order.
  private Optional<SchedulePolicy> policy(TenantId tenant) {
    return agreements.active().stream()
        .filter(entry -> entry.agreement().tenant().equals(tenant))
        .map(Agreements.Entry::policy)
        .findFirst();
  }
}
