package dev.feierabend.core.forecasting;

import dev.feierabend.policies.calendar.LocalWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/// A town's load by the hour, from a seed: office hours, a backup on some nights, holidays, days
/// that are busier than others; gaps, an outage and outliers in what is recorded of it.
record GeneratedTown(double[] peaks) {
  static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  static final LocalWeek WEEK =
      new LocalWeek(
          ZoneId.of("Europe/Berlin"),
          Set.of(
              LocalDate.parse("2026-04-03"),
              LocalDate.parse("2026-04-06"),
              LocalDate.parse("2026-05-01"),
              LocalDate.parse("2026-05-14")));

  private static final int DAY = 24;

  static GeneratedTown of(int weeks, Random random) {
    double idle = 1 + 9 * random.nextDouble();
    double office = idle * (1 + 4 * random.nextDouble());
    double backup = idle * (1 + 3 * random.nextDouble());
    int backupNights = 1 + random.nextInt(127);
    var peaks = new double[weeks * WeekHours.COUNT];
    double busy = 0;
    for (int hour = 0; hour < peaks.length; hour++) {
      if (hour % DAY == 0) {
        busy = 0.6 * busy + 0.08 * random.nextGaussian();
      }
      int lived = lived(hour);
      double load = idle + office * office(lived);
      if (lived % DAY < 2 && (backupNights >> lived / DAY & 1) == 1) {
        load += backup;
      }
      peaks[hour] = Math.max(0, load * (1 + busy + 0.06 * random.nextGaussian()));
    }
    return new GeneratedTown(peaks);
  }

  /// Independent hours around one level.
  static GeneratedTown noise(int weeks, Random random) {
    var peaks = new double[weeks * WeekHours.COUNT];
    Arrays.setAll(peaks, _ -> 10 * Math.exp(0.3 * random.nextGaussian()));
    return new GeneratedTown(peaks);
  }

  /// One week, again and again.
  static GeneratedTown clockwork(int weeks, Random random) {
    double[] week = of(1, random).peaks();
    var peaks = new double[weeks * WeekHours.COUNT];
    Arrays.setAll(peaks, hour -> week[hour % week.length]);
    return new GeneratedTown(peaks);
  }

  /// With hours missing here and there, an outage of a day and a half, and outliers.
  GeneratedTown badlyRecorded(Random random) {
    double[] recorded = peaks.clone();
    int outage = random.nextInt(recorded.length - 36);
    for (int hour = 0; hour < recorded.length; hour++) {
      double luck = random.nextDouble();
      if (luck < 0.02 || hour >= outage && hour < outage + 36) {
        recorded[hour] = Double.NaN;
      } else if (luck < 0.023) {
        recorded[hour] *= 6;
      }
    }
    return new GeneratedTown(recorded);
  }

  /// From an hour on so many times as busy.
  GeneratedTown drifting(int from, double factor) {
    double[] changed = peaks.clone();
    for (int hour = from; hour < changed.length; hour++) {
      changed[hour] *= factor;
    }
    return new GeneratedTown(changed);
  }

  /// Its beginning.
  GeneratedTown first(int hours) {
    return new GeneratedTown(Arrays.copyOf(peaks, hours));
  }

  Forecast forecast() {
    var load = HourlyLoad.of(FIRST, peaks);
    Instant ahead = load.until().plus(Duration.ofDays(14));
    return Forecaster.of(load, WeekHours.between(FIRST, ahead, WEEK::hourOf));
  }

  static Instant at(int hour) {
    return FIRST.plus(Duration.ofHours(hour));
  }

  private static int lived(int hour) {
    return WEEK.hourOf(at(hour));
  }

  private static double office(int lived) {
    boolean working = lived < 5 * DAY;
    int hour = lived % DAY;
    return !working || hour < 7 || hour > 17 ? 0 : hour == 7 || hour > 15 ? 0.5 : 1;
  }
}
