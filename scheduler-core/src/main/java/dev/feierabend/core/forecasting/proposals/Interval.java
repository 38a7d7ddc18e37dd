package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// What is recorded of a pool's members in one interval: cores in the members' order, 0 of who
/// didn't run. Four bytes a value, for there are hundreds of intervals of thousands of members.
final class Interval {
  private final Instant from;
  private final Instant to;
  private final double coverage;
  private final float[] means;
  private final float[] peaks;
  private final long memoryMiB;

  private Interval(UtilisationRecorded event, float[] means, float[] peaks, long memoryMiB) {
    this.from = event.from();
    this.to = event.to();
    this.coverage = event.coverage();
    this.means = means;
    this.peaks = peaks;
    this.memoryMiB = memoryMiB;
  }

  static Interval of(UtilisationRecorded event, Collection<Sample> samples, Members members) {
    samples.forEach(sample -> members.indexOf(sample.member()));
    var means = new float[members.size()];
    var peaks = new float[members.size()];
    for (Sample sample : samples) {
      int index = members.indexOf(sample.member());
      means[index] = (float) sample.cpuMean();
      peaks[index] = (float) sample.cpuPeak();
    }
    long memory = samples.stream().mapToLong(Sample::memoryMiB).sum();
    return new Interval(event, means, peaks, memory);
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  /// The share of members that reported, 0 to 1.
  double coverage() {
    return coverage;
  }

  long memoryMiB() {
    return memoryMiB;
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /// How much of it lies between two instants that it touches.
  Duration within(Instant begin, Instant end) {
    return Duration.between(from.isAfter(begin) ? from : begin, to.isBefore(end) ? to : end);
  }

  /// A member's mean, in cores.
  double mean(int member) {
    return member < means.length ? means[member] : 0;
  }

  /// A member's peak, in cores.
  double peak(int member) {
    return member < peaks.length ? peaks[member] : 0;
  }

  /// All members' means together.
  double mean() {
    return sum(means);
  }

  /// All members' peaks together, as if they fell into the same second.
  double peak() {
    return sum(peaks);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
