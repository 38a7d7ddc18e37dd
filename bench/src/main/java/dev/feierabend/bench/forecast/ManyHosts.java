package dev.feierabend.bench.forecast;

import dev.feierabend.core.forecasting.Forecast;
import dev.feierabend.core.forecasting.Forecaster;
import dev.feierabend.core.forecasting.HourlyLoad;
import dev.feierabend.core.forecasting.Verdict;
import dev.feierabend.core.forecasting.WeekHours;
import dev.feierabend.policies.calendar.LocalWeek;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Forecasts of many generated hosts, backtests included, on one thread, in processor time: the
/// first round with a JVM that has yet to compile, and the middle one of the others.
///
/// @param rounds after the first
public record ManyHosts(int hosts, int weeks, int rounds, PrintWriter out) {
  private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final long SEED = 20_261_128;

  /// On a machine that others use too, processor time tells what one core takes.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public void measure() {
    var random = new Random(SEED);
    var loads = new ArrayList<HourlyLoad>();
    for (int host = 0; host < hosts; host++) {
      loads.add(HourlyLoad.of(FIRST, peaks(random)));
    }
    double first = seconds(loads);
    double[] others = new double[rounds];
    Arrays.setAll(others, _ -> seconds(loads));
    Arrays.sort(others);
    out.printf(
        Locale.ROOT,
        "seed %d, %,d hosts, %d weeks of hours: %.2f s of processor time at first, then %.2f s (%.2f to %.2f)%n",
        SEED,
        hosts,
        weeks,
        first,
        others[rounds / 2],
        others[0],
        others[rounds - 1]);
    out.flush();
  }

  private double seconds(List<HourlyLoad> loads) {
    long began = THREADS.getCurrentThreadCpuTime();
    var week = new LocalWeek(ZoneId.of("Europe/Berlin"), Set.of());
    var hours =
        WeekHours.between(FIRST, FIRST.plus(Duration.ofDays(7L * (weeks + 1))), week::hourOf);
    int trusted = 0;
    for (HourlyLoad load : loads) {
      Forecast forecast = Forecaster.of(load, hours);
      trusted += forecast.verdict() instanceof Verdict.Trusted ? 1 : 0;
    }
    if (trusted == 0) {
      throw new IllegalStateException("Expected forecasts that are trusted but found none");
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
  }

  /// Office hours around an idle level, days that are busier than others, and noise.
  private double[] peaks(Random random) {
    double idle = 1 + 9 * random.nextDouble();
    double office = idle * (1 + 4 * random.nextDouble());
    var peaks = new double[weeks * WEEK];
    double busy = 0;
    for (int hour = 0; hour < peaks.length; hour++) {
      if (hour % DAY == 0) {
        busy = 0.6 * busy + 0.08 * random.nextGaussian();
      }
      boolean works = hour % WEEK < 5 * DAY && hour % DAY >= 7 && hour % DAY < 17;
      double load = works ? idle + office : idle;
      peaks[hour] = Math.max(0, load * (1 + busy + 0.06 * random.nextGaussian()));
    }
    return peaks;
  }
}
