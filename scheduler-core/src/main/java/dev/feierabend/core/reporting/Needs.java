package dev.feierabend.core.reporting;

import dev.feierabend.core.forecasting.Consumer;
import dev.feierabend.core.forecasting.Need;
import dev.feierabend.core.forecasting.PeakForecast;
import dev.feierabend.core.forecasting.Prospects;
import dev.feierabend.core.forecasting.TenantWeeks;
import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.core.planning.MeasuredLoad;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was known of load at an instant, and so by what a workload's need was planned.
final class Needs {
  /// As the service usually plans.
  private static final double COVERAGE = 0.8;

  private final UtilisationHistory recorded = new UtilisationHistory();
  private final HourlyPeaks hourly = new HourlyPeaks();

  void tell(UtilisationRecorded event) {
    recorded.on(event);
    hourly.on(event);
  }

  /// @param others all of its tenant, it included
  Need of(Consumer consumer, List<Consumer> others, TenantWeeks weeks, Instant at) {
    var prospects = new Prospects(hourly);
    prospects.look(consumer, others, weeks, at);
    return new PeakForecast(recorded, prospects, MeasuredLoad.NONE, COVERAGE)
        .need(consumer, at, PeakForecast.until(Optional.empty(), at));
  }
}
