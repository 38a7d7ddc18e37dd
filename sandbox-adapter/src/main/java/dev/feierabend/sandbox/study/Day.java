package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.stream.IntStream;

/// A recorded day: each guest's CPU load, a share of what it was sold, every 300 seconds.
public final class Day {
  static final int STEPS = 288;
  static final double STEP_SECONDS = 300;

  /// More than that and guests who need a core of a G5 find none: half of all do, two a host.
  static final int MOST_GUESTS = 4 * Park.OF_A_MODEL;

  /// CloudSim reads a load a tenth of a second late, on the straight line to the next sample, and
  /// holds what it read. So a load counts as none only where the next sample is none, too.
  private static final double READ_LATE = 0.1 / STEP_SECONDS;

  private final String name;
  private final double[][] samples;
  private final List<GuestKind> kinds;

  /// @param samples shares, one row of 288 a guest, in order of the recordings' names
  public Day(String name, double[][] samples) {
    if (samples.length == 0 || samples.length > MOST_GUESTS) {
      throw new IllegalArgumentException(
          "Expected 1 to %,d recordings, which is what the experiment's hosts take, found %,d in %s"
              .formatted(MOST_GUESTS, samples.length, name));
    }
    this.name = name;
    this.samples = new double[samples.length][];
    for (int guest = 0; guest < samples.length; guest++) {
      if (samples[guest].length != STEPS) {
        throw new IllegalArgumentException(
            "Expected %d samples but found %d in %s".formatted(STEPS, samples[guest].length, name));
      }
      this.samples[guest] = samples[guest].clone();
    }
    kinds =
        IntStream.range(0, samples.length)
            .mapToObj(guest -> GuestKind.of(guest, samples.length))
            .toList();
  }

  public String name() {
    return name;
  }

  public int guests() {
    return samples.length;
  }

  List<GuestKind> kinds() {
    return kinds;
  }

  /// The share that was recorded.
  double sample(int guest, int step) {
    return samples[guest][step];
  }

  /// The share that CloudSim lets a guest have in the 300 seconds of `step`.
  double held(int guest, int step) {
    return held(samples[guest][step], samples[guest][Math.min(step + 1, STEPS - 1)]);
  }

  /// What it holds for the 300 seconds between one sample and the next.
  static double held(double sample, double next) {
    return sample + (next - sample) * READ_LATE;
  }
}
