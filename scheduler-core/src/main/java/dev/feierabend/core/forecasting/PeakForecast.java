package dev.feierabend.core.forecasting;

import dev.feierabend.core.forecasting.Need.Source;
import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.PeakHistory;
import dev.feierabend.core.planning.Demands;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.MeasuredLoad;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// What each workload is expected to need at its peak, never above its size: where its forecast is
/// trusted, the highest quantile of the hours that are planned for, and never less than what was
/// measured of late; else the highest of the last seven days and a fifth more; its size where less
/// than that is known. Memory is never planned below the size. Where too little of its pool was
/// seen, nothing is known.
///
/// The quantile has no margin on top: it holds its level hour by hour, the highest of several hours
/// is above most of them, and those who share a host seldom peak at once.
///
/// @param recorded peaks and coverage of the last days
/// @param prospects the forecasts; none of a workload where there is none yet
/// @param measured what was measured of late
/// @param coverage the share of a pool that must have been seen
public record PeakForecast(
    PeakHistory recorded, Prospects prospects, MeasuredLoad measured, double coverage) {
  private static final Duration LOOKS_BACK = Duration.ofDays(7);
  private static final Duration LATELY = Duration.ofHours(2);
  private static final double MARGIN = 1.2;
  private static final Duration LEAST_AHEAD = Duration.ofHours(2);
  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  /// By what was recorded alone.
  public static Demands of(
      List<Workload> workloads, PeakHistory history, double coverage, Instant at) {
    var none = new Prospects(new HourlyPeaks());
    return new PeakForecast(history, none, MeasuredLoad.NONE, coverage).of(workloads, at, at);
  }

  /// The end of what is planned for: when all is planned anew, but two hours ahead at least, since
  /// hosts take their time, and a day at most.
  ///
  /// @param next the next transition
  public static Instant until(Optional<Instant> next, Instant at) {
    Instant least = at.plus(LEAST_AHEAD);
    Instant most = at.plus(MOST_AHEAD);
    return next.filter(most::isAfter).map(it -> it.isBefore(least) ? least : it).orElse(most);
  }

  /// @param until the end of what is planned for
  public Demands of(List<Workload> workloads, Instant at, Instant until) {
    var peaks = new TreeMap<WorkloadId, Resources>();
    for (Workload workload : workloads) {
      need(Consumer.of(workload), at, until)
          .cores()
          .ifPresent(cores -> peaks.put(workload.id(), ofOne(workload, cores)));
    }
    return new Demands(peaks);
  }

  private static Resources ofOne(Workload workload, double cores) {
    double share = cores / Math.max(1, workload.replicas());
    return new Resources(Math.min(workload.size().cores(), share), workload.size().memoryMiB());
  }

  /// What it needs until then, and how that is known.
  public Need need(Consumer consumer, Instant at, Instant until) {
    WorkloadId workload = consumer.workload();
    Instant since = at.minus(LOOKS_BACK);
    Optional<Prospect> prospect = prospects.of(workload);
    Optional<Verdict> verdict = prospect.map(Prospect::verdict);
    Drift drift = prospect.map(Prospect::drift).orElse(Drift.NONE);
    Optional<Double> peak =
        recorded
            .peakSince(workload.value(), since)
            .filter(_ -> recorded.coverageSince(consumer.pool(), since) >= coverage);
    if (peak.isEmpty()) {
      return new Need(Optional.empty(), Source.SIZE, verdict, drift);
    }
    Optional<Double> foretold =
        prospect
            .filter(it -> it.verdict().usable())
            .flatMap(it -> it.highest(at, until))
            .map(quantile -> Math.max(quantile, lately(workload, at)));
    return foretold.isPresent()
        ? new Need(foretold, Source.FORECAST, verdict, drift)
        : new Need(peak.map(highest -> MARGIN * highest), Source.RECORDED, verdict, drift);
  }

  /// Load that rises isn't forecast away.
  private double lately(WorkloadId workload, Instant at) {
    Instant since = at.minus(LATELY);
    var readings =
        measured.of(workload).stream()
            .filter(it -> it.to().isAfter(since))
            .mapToDouble(MeasuredLoad.Reading::cores);
    return DoubleStream.concat(readings, prospects.peaks(workload, since, at)).max().orElse(0);
  }
}
