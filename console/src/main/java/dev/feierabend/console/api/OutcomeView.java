package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Kept;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a document in force was expected to save from `from` until `until`, and what its sleep did
/// save, each with one standard deviation; euro where a price is known; hours asleep a week of each
/// workload that it put to sleep. No forecast where too little was recorded when it was proposed.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeView(
    String tenant,
    String policy,
    String digest,
    Instant from,
    Instant until,
    @Nullable Estimate forecastKwh,
    Estimate savedKwh,
    @Nullable Estimate forecastEuro,
    @Nullable Estimate savedEuro,
    double asleepHoursAWeek) {
  static OutcomeView of(Kept kept, Optional<Double> price) {
    return new OutcomeView(
        kept.agreement().tenant().value(),
        kept.agreement().policy(),
        kept.digest(),
        kept.inForce().from(),
        kept.inForce().until(),
        kept.forecastKwh().orElse(null),
        kept.savedKwh(),
        kept.forecastKwh().flatMap(kwh -> price.map(kwh::times)).orElse(null),
        price.map(kept.savedKwh()::times).orElse(null),
        kept.asleepHoursAWeek());
  }
}
