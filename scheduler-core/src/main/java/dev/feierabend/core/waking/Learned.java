package dev.feierabend.core.waking;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Learns how long each takes from how long it took, those of its model, and all.
///
/// Its measure is the median of its own times; until there are enough of them, that of its model's,
/// or what is told. What is long in that measure is rare, so it is learned together: of the model
/// where many times of it are known, else of all. See `Tail`.
final class Learned {
  /// So many times of its own make a measure.
  static final int OWN = 5;

  /// So many times of a model make its tail.
  private static final int MANY = 200;

  /// Who takes longer is brought back by a person.
  private static final double LONGEST = Duration.ofHours(12).toSeconds();

  private Learned() {}

  /// @param share of all times that are to be no longer than the cautious one, above 0 and below 1
  static <S extends Comparable<S>, M> SortedMap<S, Lead> of(
      Collection<Times<S, M>> known, double share) {
    Map<M, List<Times<S, M>>> models = known.stream().collect(groupingBy(Times::model));
    Map<S, Double> measures = new TreeMap<>();
    for (List<Times<S, M>> alike : models.values()) {
      double usual = median(alike, alike.getFirst().told());
      alike.forEach(one -> measures.put(one.subject(), median(List.of(one), usual)));
    }
    Ratios all = Ratios.of(known, measures, share);
    var leads = new TreeMap<S, Lead>();
    for (List<Times<S, M>> alike : models.values()) {
      Ratios own = Ratios.of(alike, measures, share);
      Ratios ratios = own.count() < MANY ? all : own;
      alike.forEach(one ->
          leads.put(one.subject(), lead(one, measures.getOrDefault(one.subject(), 1d), ratios)));
    }
    return leads;
  }

  /// Not below what it took already.
  private static Lead lead(Times<?, ?> times, double measure, Ratios ratios) {
    double longest = times.seconds().stream().mapToInt(Integer::intValue).max().orElse(0);
    double usual = Math.min(LONGEST, measure * ratios.mean());
    double cautious = Math.max(longest, measure * ratios.tail());
    return new Lead(seconds(usual), seconds(Math.clamp(cautious, usual, LONGEST)));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds((long) Math.ceil(seconds));
  }

  private static <S, M> double median(List<Times<S, M>> alike, double otherwise) {
    int[] sorted =
        alike.stream().flatMap(one -> one.seconds().stream()).mapToInt(it -> it).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length < OWN ? otherwise : Math.max(1, sorted[middle]);
  }
}
