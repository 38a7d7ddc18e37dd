package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.agreeing.SavingForecast.Risk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A pool's recorded weeks once more, with a policy in force: what was used in its sleep would have
/// woken it, and kept it awake until that was over.
final class Replay {
  /// Who is used again within so long isn't put to sleep in between.
  private static final Duration STAYS_AWAKE = Duration.ofHours(1);

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private final PoolRecord record;
  private final Rhythm rhythm;
  private final ZoneId zone;
  private final double[] asleepHours = new double[Weeks.COUNT];
  private final int[] boots = new int[Weeks.COUNT];
  private final Set<LocalDate> nights = new HashSet<>();
  private int earlyWakes;
  private double minutes;

  private Replay(PoolRecord record, Rhythm rhythm, ZoneId zone) {
    this.record = record;
    this.rhythm = rhythm;
    this.zone = zone;
  }

  static Replay of(PoolRecord record, Rhythm rhythm, Sleeps sleeps) {
    var replay = new Replay(record, rhythm, sleeps.zone());
    sleeps.between(record.from(), record.until()).forEach(replay::sleep);
    return replay;
  }

  private void sleep(Sleeps.Sleep sleep) {
    for (Instant at = sleep.from(); at.isBefore(sleep.until()); at = at.plus(Duration.ofDays(1))) {
      nights.add(night(at));
    }
    List<Interval> known = record.known(sleep.from(), sleep.until());
    Duration asleep =
        known.stream()
            .map(it -> it.within(sleep.from(), sleep.until()))
            .reduce(Duration.ZERO, Duration::plus);
    List<List<Interval>> wakes = wakes(known);
    for (List<Interval> wake : wakes) {
      asleep = asleep.minus(awake(wake, sleep));
      minutes +=
          wake.stream()
              .mapToDouble(
                  it -> rhythm.share(it) * it.within(sleep.from(), sleep.until()).toMinutes())
              .sum();
    }
    earlyWakes += wakes.size();
    int week = week(sleep);
    asleepHours[week] += Math.max(0, Weeks.hours(asleep));
    boots[week] += wakes.size() + (sleep.wakes() ? 1 : 0);
  }

  /// From noon to noon, counted from the first instant that is looked at, where that is earlier.
  private LocalDate night(Instant at) {
    Instant noon = at.minus(HALF_A_DAY);
    return (noon.isBefore(record.from()) ? record.from() : noon).atZone(zone).toLocalDate();
  }

  /// The busy ones, those close together as one.
  private List<List<Interval>> wakes(List<Interval> known) {
    var wakes = new ArrayList<List<Interval>>();
    for (Interval interval : known) {
      if (!rhythm.isQuiet(interval)) {
        if (wakes.isEmpty()
            || wakes.getLast().getLast().to().plus(STAYS_AWAKE).isBefore(interval.from())) {
          wakes.add(new ArrayList<>());
        }
        wakes.getLast().add(interval);
      }
    }
    return wakes;
  }

  private static Duration awake(List<Interval> wake, Sleeps.Sleep sleep) {
    Instant begin = later(wake.getFirst().from(), sleep.from());
    Instant end = earlier(wake.getLast().to(), sleep.until());
    return Duration.between(begin, end);
  }

  private int week(Sleeps.Sleep sleep) {
    return (int) Duration.between(record.from(), sleep.from()).dividedBy(Weeks.WEEK);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Weeks that begin within a night hold a part of one at each of their ends: together one.
  Risk risk() {
    int whole = Math.min(nights.size(), (int) Weeks.LENGTH.toDays());
    return new Risk(whole, earlyWakes, Math.round(minutes));
  }

  double asleepHoursAWeek() {
    return Arrays.stream(asleepHours).average().orElse(0);
  }

  /// What each week would have saved of a park, in kilowatt hours, by the share of it that rests
  /// with the pool.
  double[] savedKwh(Park park) {
    double[] saved = new double[Weeks.COUNT];
    for (int week = 0; week < Weeks.COUNT; week++) {
      saved[week] = park.savedKwh(asleepHours[week], boots[week]);
    }
    return saved;
  }
}
