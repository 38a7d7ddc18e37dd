package dev.feierabend.core.forecasting;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pool's generated load as the journal tells it, hour by hour from `GeneratedTown.FIRST` on.
final class RecordedTown {
  static final PoolId POOL = new PoolId("ahausen-office");
  static final TenantId TENANT = new TenantId("ahausen");

  final UtilisationHistory recorded = new UtilisationHistory();
  final HourlyPeaks hourly = new HourlyPeaks();
  private final Map<String, GeneratedTown> members;

  /// @param members what each does, by its number
  RecordedTown(Map<String, GeneratedTown> members) {
    this.members = members;
  }

  static Consumer consumer(String member) {
    return new Consumer(new WorkloadId(member), POOL, TENANT);
  }

  List<Consumer> consumers() {
    return members.keySet().stream().sorted().map(RecordedTown::consumer).toList();
  }

  /// Records the hours from one to another; a gap of one is no sample.
  RecordedTown record(int from, int until) {
    for (int hour = from; hour < until; hour++) {
      var samples = new ArrayList<Sample>();
      for (var member : members.entrySet()) {
        double peak = member.getValue().peaks()[hour];
        if (peak >= 0) {
          samples.add(new Sample(member.getKey(), peak / 2, peak, 64, Optional.empty()));
        }
      }
      Instant at = GeneratedTown.at(hour);
      var event =
          new UtilisationRecorded(
              Owner.of(TENANT),
              POOL,
              at,
              at.plus(Duration.ofHours(1)),
              samples.size() / (double) members.size(),
              samples);
      recorded.on(event);
      hourly.on(event);
    }
    return this;
  }

  static TenantWeeks weeks(Instant at) {
    return new TenantWeeks(new Agreements(), new Evaluation(HolidayCalendar.NONE), at);
  }
}
