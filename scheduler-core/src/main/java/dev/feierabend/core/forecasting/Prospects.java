package dev.feierabend.core.forecasting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The forecast of each workload, made once a day (of UTC) from nothing but what was recorded
/// before that day began: whoever makes it, and whenever in the day, makes the same. Where an hour
/// of before arrives later, as while a Prometheus is asked for the past, it is made anew.
///
/// Each takes two to three milliseconds, so no more than a hundred are made at one look; until it
/// is its turn, yesterday's counts.
public final class Prospects {
  private static final Logger LOG = LoggerFactory.getLogger(Prospects.class);

  /// A quarter of a second of a look that may take a second.
  public static final int A_LOOK = 100;

  /// More of them tell the same.
  private static final int MOST_SIMILAR = 8;

  private static final Duration HOUR = Duration.ofHours(1);

  private final HourlyPeaks history;
  private final Map<WorkloadId, Prospect> known = new ConcurrentHashMap<>();

  public Prospects(HourlyPeaks history) {
    this.history = history;
  }

  /// Of a workload of which none was made, because nothing is recorded or it isn't its turn yet,
  /// there is none.
  public Optional<Prospect> of(WorkloadId workload) {
    return Optional.ofNullable(known.get(workload));
  }

  /// What is recorded of a workload's hours from `since` on.
  DoubleStream peaks(WorkloadId workload, Instant since, Instant until) {
    return Arrays.stream(history.between(workload.value(), since, until.plus(HOUR)))
        .filter(peak -> !Double.isNaN(peak));
  }

  /// Makes those that are due, at most so many; returns how many those were.
  ///
  /// @param consumers all that there are
  public int look(List<Consumer> consumers, TenantWeeks weeks, int most, Instant at) {
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    List<Consumer> due =
        consumers.stream().filter(it -> isDue(it.workload(), day)).limit(most).toList();
    if (!due.isEmpty()) {
      Map<TenantId, List<Consumer>> tenants =
          consumers.stream().collect(groupingBy(Consumer::tenant));
      known.keySet().removeIf(it -> history.end(it.value()).isEmpty());
      due.forEach(one -> attempt(one, tenants.getOrDefault(one.tenant(), List.of()), weeks, at));
    }
    return due.size();
  }

  /// One that can't be made costs nobody a plan.
  private void attempt(Consumer one, List<Consumer> others, TenantWeeks weeks, Instant at) {
    try {
      look(one, others, weeks, at);
    } catch (RuntimeException e) {
      LOG.error("No forecast of {}", one.workload(), e);
    }
  }

  /// Makes that one, where anything is recorded of it.
  ///
  /// @param others those of its tenant, in any order; it may be among them
  public void look(Consumer one, List<Consumer> others, TenantWeeks weeks, Instant at) {
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    load(one.workload(), day)
        .map(own -> made(one, own, similar(one, own, others, day), weeks, day))
        .ifPresent(prospect -> known.put(one.workload(), prospect));
  }

  private boolean isDue(WorkloadId workload, Instant day) {
    if (history.begin(workload.value(), day).isEmpty()) {
      return false;
    }
    Prospect prospect = known.get(workload);
    return prospect == null || !prospect.isOf(day, recorded(workload, day));
  }

  private Instant recorded(WorkloadId workload, Instant day) {
    return history.end(workload.value()).filter(day::isAfter).orElse(day);
  }

  private Prospect made(
      Consumer one, HourlyLoad own, List<HourlyLoad> similar, TenantWeeks weeks, Instant day) {
    WeekHours week = weeks.of(one.tenant());
    return Prospect.of(
        Forecaster.of(own, similar, week, Forecaster.LEVEL), recorded(one.workload(), day), day);
  }

  /// For one that has no past yet, the first by name that have one: of its pool, and where those
  /// are too few to borrow from, of its tenant's other pools, too. Never another tenant's: its week
  /// is another, and nobody could tell a customer why by what it may see.
  private List<HourlyLoad> similar(
      Consumer one, HourlyLoad own, List<Consumer> others, Instant day) {
    if (own.known() >= Forecaster.NEEDED) {
      return List.of();
    }
    Map<Boolean, List<WorkloadId>> near =
        others.stream()
            .filter(other -> !other.workload().equals(one.workload()))
            .filter(other -> other.tenant().equals(one.tenant()))
            .filter(other -> isOld(other.workload(), day))
            .collect(
                partitioningBy(
                    other -> other.pool().equals(one.pool()),
                    mapping(Consumer::workload, toList())));
    List<HourlyLoad> pool = first(near.getOrDefault(true, List.of()), MOST_SIMILAR, day);
    return pool.size() >= Similar.LEAST_SIMILAR
        ? pool
        : Stream.concat(
                pool.stream(),
                first(near.getOrDefault(false, List.of()), MOST_SIMILAR - pool.size(), day)
                    .stream())
            .toList();
  }

  private List<HourlyLoad> first(List<WorkloadId> workloads, int most, Instant day) {
    return workloads.stream()
        .sorted()
        .flatMap(id -> load(id, day).stream())
        .filter(load -> load.known() >= Forecaster.NEEDED)
        .limit(most)
        .toList();
  }

  /// Whether it can have as much of a past as is needed: on day one nobody's has to be read.
  private boolean isOld(WorkloadId workload, Instant day) {
    Instant latest = day.minus(HOUR.multipliedBy(Forecaster.NEEDED));
    return history.begin(workload.value(), day).filter(begin -> !begin.isAfter(latest)).isPresent();
  }

  private Optional<HourlyLoad> load(WorkloadId workload, Instant day) {
    String member = workload.value();
    Instant earliest = day.minus(HourlyPeaks.KEPT);
    return history
        .begin(member, day)
        .map(begin -> begin.isBefore(earliest) ? earliest : begin)
        .map(from -> HourlyLoad.of(from, history.between(member, from, day)));
  }

  /// The span of hours that forecasts of a day ask a calendar about.
  static WeekHours hours(Instant at, ToIntFunction<Instant> lived) {
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    return WeekHours.between(day.minus(HourlyPeaks.KEPT), day.plus(Duration.ofDays(7)), lived);
  }
}
