package dev.feierabend.core.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The week that similar hosts share, at the level that a newcomer's first hours show. How far that
/// may be off was replayed on the similar ones: each of them once as the newcomer, told by the
/// others.
final class Similar implements Outlook {
  private static final int WEEK = WeekHours.COUNT;

  /// An hour counts as this share of the mean at least, so that nothing is measured by nothing.
  private static final double LEAST = 0.05;

  private static final int LEAST_KNOWN = 24;
  static final int LEAST_SIMILAR = 3;

  private final double[] course;
  private final double level;
  private final double factor;
  private final Replays replays;
  private final int count;

  private Similar(double[] course, double level, int count, Replays replays) {
    this.count = count;
    this.course = course;
    this.level = level;
    this.factor = replays.factor();
    this.replays = replays;
  }

  /// Empty where the newcomer hasn't shown a day with load yet, or where fewer than three are
  /// similar.
  ///
  /// @param similar those with too short a past are left out
  static Optional<Similar> of(HourlyLoad own, List<HourlyLoad> similar, WeekHours week, double at) {
    int shown = Math.min(own.hours(), 2 * WEEK);
    List<Peer> peers =
        similar.stream()
            .filter(load -> load.known() >= 2 * WEEK && load.hours() >= shown + WEEK)
            .map(load -> new Peer(load, week))
            .filter(Peer::hasACourse)
            .toList();
    if (own.known() < LEAST_KNOWN || peers.size() < LEAST_SIMILAR) {
      return Optional.empty();
    }
    var replays = new Replays(shown, at);
    for (Peer peer : peers) {
      double[] others = shared(peers.stream().filter(it -> it != peer).toList());
      replays.replay(peer.load, peer.lived, others);
    }
    double[] course = shared(peers);
    double level = level(own.peaks(), week.of(own), 0, own.hours(), course);
    return level > 0
        ? Optional.of(new Similar(course, level, peers.size(), replays))
        : Optional.empty();
  }

  @Override
  public double at(int hour, int slot) {
    return level * course[slot] * factor;
  }

  @Override
  public Drift drift() {
    return Drift.NONE;
  }

  int count() {
    return count;
  }

  Score replayed() {
    return replays.score();
  }

  /// One of those that are similar.
  private static final class Peer {
    private final double[] load;
    private final int[] lived;
    private final double[] course;

    Peer(HourlyLoad recorded, WeekHours week) {
      load = recorded.peaks();
      lived = week.of(recorded);
      course = new Shape(load, lived, load.length).course(Blend.WEEK);
      double mean = Arrays.stream(course).average().orElse(0);
      Arrays.setAll(course, slot -> course[slot] / mean);
    }

    /// Of nothing there is none.
    boolean hasACourse() {
      return !Double.isNaN(course[0]);
    }
  }

  /// The middle one of their weeks, hour by hour.
  private static double[] shared(List<Peer> peers) {
    var course = new double[WEEK];
    var values = new double[peers.size()];
    for (int slot = 0; slot < WEEK; slot++) {
      for (int peer = 0; peer < values.length; peer++) {
        values[peer] = peers.get(peer).course[slot];
      }
      course[slot] = Math.max(Medians.inPlace(values, values.length), LEAST);
    }
    return course;
  }

  /// How many times the course a load is, by the middle one of its hours.
  static double level(double[] load, int[] lived, int from, int until, double[] course) {
    var ratios = new double[until - from];
    int known = 0;
    for (int hour = from; hour < until; hour++) {
      if (!Double.isNaN(load[hour])) {
        ratios[known++] = load[hour] / course[lived[hour]];
      }
    }
    return Medians.inPlace(ratios, known);
  }
}
