package dev.feierabend.core.forecasting;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// What a host or a pool took, hour by hour: each hour's peak, in cores or any other unit. What is
/// no number of at least 0 is a gap.
public final class HourlyLoad {
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final long first;
  private final double[] peaks;

  private HourlyLoad(long first, double[] peaks) {
    this.first = first;
    this.peaks = peaks;
  }

  /// @param first the start of the first hour; full hours of UTC
  public static HourlyLoad of(Instant first, double[] peaks) {
    if (first.getNano() != 0 || first.getEpochSecond() % HOUR != 0) {
      throw new IllegalArgumentException("Expected a full hour but found " + first);
    }
    double[] known = peaks.clone();
    for (int hour = 0; hour < known.length; hour++) {
      if (!(known[hour] >= 0 && known[hour] < Double.POSITIVE_INFINITY)) {
        known[hour] = Double.NaN;
      }
    }
    return new HourlyLoad(number(first), known);
  }

  /// The start of the first hour.
  public Instant from() {
    return Instant.ofEpochSecond(first * HOUR);
  }

  /// The end of the last hour.
  public Instant until() {
    return Instant.ofEpochSecond((first + peaks.length) * HOUR);
  }

  /// How many hours are no gaps.
  public int known() {
    int known = 0;
    for (double peak : peaks) {
      known += Double.isNaN(peak) ? 0 : 1;
    }
    return known;
  }

  /// The newest of them, of longer recordings.
  HourlyLoad newest(int hours) {
    int from = Math.max(0, peaks.length - hours);
    return new HourlyLoad(first + from, Arrays.copyOfRange(peaks, from, peaks.length));
  }

  long first() {
    return first;
  }

  int hours() {
    return peaks.length;
  }

  double at(int hour) {
    return peaks[hour];
  }

  double[] peaks() {
    return peaks.clone();
  }

  /// Hours since 1970.
  static long number(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR);
  }
}
