package dev.feierabend.core.forecasting.proposals;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How a pool and each of its members rest and work. The pool is busy where it uses noticeably more
/// than at rest; or where a single member works, however small, for a backup is one machine of a
/// hundred.
final class Rhythm {
  private static final double AT_REST = 0.05;
  private static final double AT_WORK = 0.95;

  /// What is within this share of the way from rest to work is still rest.
  private static final double NOISE = 0.15;

  /// A member that has come half the way to its work works.
  private static final double HALF = 0.5;

  /// Who never uses more than this (cores) waits, whatever it does.
  private static final double IDLING = 0.1;

  /// Who works uses so many times what it does at rest.
  private static final double DIFFERENCE = 2;

  /// Cores at rest and at work.
  private record Level(double rest, double work) {
    boolean hasRhythm() {
      return work >= IDLING && work >= DIFFERENCE * rest;
    }

    double reached(double share) {
      return rest + share * (work - rest);
    }
  }

  private final Level mean;
  private final Level peak;
  private final List<Level> members;

  private Rhythm(Level mean, Level peak, List<Level> members) {
    this.mean = mean;
    this.peak = peak;
    this.members = members;
  }

  static Rhythm of(PoolRecord record) {
    List<Interval> known = record.known();
    return new Rhythm(
        whole(known, Interval::mean),
        whole(known, Interval::peak),
        IntStream.range(0, record.members()).mapToObj(member -> level(known, member)).toList());
  }

  private static Level whole(List<Interval> known, ToDoubleFunction<Interval> value) {
    double[] sorted = known.stream().mapToDouble(value).sorted().toArray();
    return new Level(quantile(sorted, AT_REST), quantile(sorted, AT_WORK));
  }

  /// A member's work is what it comes to in at least one interval a week.
  private static Level level(List<Interval> known, int member) {
    double[] sorted = known.stream().mapToDouble(it -> it.mean(member)).sorted().toArray();
    return new Level(quantile(sorted, AT_REST), sorted[Math.max(0, sorted.length - Weeks.COUNT)]);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /// True where it rests and works at all.
  boolean isThere() {
    return mean.hasRhythm();
  }

  /// Cores at work, of all members.
  double work() {
    return peak.work();
  }

  boolean isQuiet(Interval interval) {
    return interval.mean() <= mean.reached(NOISE)
        && interval.peak() <= peak.reached(NOISE)
        && IntStream.range(0, members.size()).noneMatch(member -> works(interval, member));
  }

  private boolean works(Interval interval, int member) {
    Level level = members.get(member);
    return level.hasRhythm() && interval.mean(member) > level.reached(HALF);
  }

  /// How much of a busy interval was used, 0 to 1, taking who is busy for being either at rest or
  /// at its peak: the share at its peak is what its mean says.
  double share(Interval interval) {
    double[] alone =
        IntStream.range(0, members.size())
            .filter(member -> works(interval, member))
            .mapToDouble(member ->
                share(members.get(member).rest(), interval.mean(member), interval.peak(member)))
            .toArray();
    return Arrays.stream(alone)
        .max()
        .orElseGet(() -> share(mean.rest(), interval.mean(), interval.peak()));
  }

  private static double share(double rest, double mean, double peak) {
    return peak > rest ? Math.clamp((mean - rest) / (peak - rest), 0, 1) : 1;
  }
}
