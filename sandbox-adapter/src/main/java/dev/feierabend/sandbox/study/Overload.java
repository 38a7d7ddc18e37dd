package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.OptionalInt;

/// When a host counts as overloaded (Beloglazov and Buyya 2012, section 5.1), and what CloudSim
/// does while there are too few samples.
sealed interface Overload {
  /// The threshold while there are too few samples, and of every first placement.
  double WITHOUT_HISTORY = 0.7;

  /// @param one a guest that would come
  boolean isSeen(HostTally host, OptionalInt one);

  /// How much of a host that has guests one more may want at the first placement. CloudSim holds
  /// the threshold against the newcomer alone, since nobody has a load yet.
  default double firstShare() {
    return WITHOUT_HISTORY;
  }

  /// A fixed share.
  record Threshold(double share) implements Overload {
    @Override
    public boolean isSeen(HostTally host, OptionalInt one) {
      return host.demandWith(one) / host.model().capacity() > share;
    }

    @Override
    public double firstShare() {
      return share;
    }
  }

  /// What the line through the last ten samples says of the next, times `safety`, is all there is.
  record LocalRegression(double safety) implements Overload {
    @Override
    public boolean isSeen(HostTally host, OptionalInt one) {
      if (host.historyWith(one) < Outlook.WINDOW) {
        return new Threshold(WITHOUT_HISTORY).isSeen(host, one);
      }
      return host.predictedWith(one) / host.model().capacity() * safety >= 1;
    }
  }

  /// The threshold sinks by `safety` times the median absolute deviation of the host's past.
  record MedianDeviation(double safety) implements Overload {
    private static final int ENOUGH = 12;

    @Override
    public boolean isSeen(HostTally host, OptionalInt one) {
      int length = host.historyWith(one);
      if (length < ENOUGH) {
        return new Threshold(WITHOUT_HISTORY).isSeen(host, one);
      }
      double[] past = new double[length];
      host.guests().forEach(guest -> add(guest, past, host));
      one.ifPresent(guest -> add(guest, past, host));
      double median = median(past);
      double[] deviations = Arrays.stream(past).map(share -> Math.abs(share - median)).toArray();
      double threshold = 1 - safety * median(deviations);
      return host.demandWith(one) / host.model().capacity() > threshold;
    }

    private static void add(int guest, double[] past, HostTally host) {
      Seen seen = host.seen();
      double mips = seen.kind(guest).mips() / host.model().capacity();
      for (int back = 0; back < past.length; back++) {
        past[back] += seen.share(guest, back) * mips;
      }
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      int middle = values.length / 2;
      return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
  }
}
