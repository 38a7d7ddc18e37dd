package dev.feierabend.core.agreeing;

import dev.feierabend.policies.language.SchedulePolicy;
import java.util.Optional;

/// Says what a policy would have come to, where enough is recorded to say so.
@FunctionalInterface
public interface SavingForecaster {
  /// Never knows enough.
  SavingForecaster NONE = _ -> Optional.empty();

  /// @throws dev.feierabend.core.kernel.Outage where what is recorded can't be read now
  Optional<SavingForecast> of(SchedulePolicy policy);
}
