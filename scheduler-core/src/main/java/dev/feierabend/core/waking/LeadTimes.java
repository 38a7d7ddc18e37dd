package dev.feierabend.core.waking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long each host takes to come back, learned from its own boots, those of its model, and those
/// of all.
///
/// A host's measure is the median of its own boots; until it has enough of them, that of its
/// model's, or what the fleet's document tells. What is long in that measure is rare, so it is
/// learned together: of the model where many boots of it are known, else of all hosts. See `Tail`.
public record LeadTimes(SortedMap<MachineId, Lead> byHost) {
  /// Nothing is known of any host.
  public static final LeadTimes NONE = new LeadTimes(Collections.emptySortedMap());

  /// So many boots of its own make a host's measure.
  private static final int OWN = 5;

  /// So many boots of a model make its tail.
  private static final int MANY = 200;

  /// Who takes longer is brought back by a person.
  private static final double LONGEST = Duration.ofHours(12).toSeconds();

  public LeadTimes {
    byHost = Collections.unmodifiableSortedMap(new TreeMap<>(byHost));
  }

  /// @param share of all host-nights in which a host is to be back within its cautious time, above
  ///   0 and below 1
  public static LeadTimes of(Collection<Boots> known, double share) {
    Map<Electricity, List<Boots>> models = known.stream().collect(groupingBy(Boots::model));
    Map<MachineId, Double> measures = new TreeMap<>();
    models.forEach((model, hosts) -> {
      double usual = median(hosts, (double) model.boot().toSeconds());
      hosts.forEach(host -> measures.put(host.host(), median(List.of(host), usual)));
    });
    Ratios all = Ratios.of(known, measures, share);
    var leads = new TreeMap<MachineId, Lead>();
    models
        .values()
        .forEach(hosts -> {
          Ratios own = Ratios.of(hosts, measures, share);
          leads.putAll(leads(hosts, measures, own.count() < MANY ? all : own));
        });
    return new LeadTimes(leads);
  }

  /// Of one that isn't known, what is told.
  public Lead of(MachineId host, Duration told) {
    Lead lead = byHost.get(host);
    return lead == null ? new Lead(told, told.multipliedBy(2).plusMinutes(2)) : lead;
  }

  private static Map<MachineId, Lead> leads(
      List<Boots> hosts, Map<MachineId, Double> measures, Ratios ratios) {
    return hosts.stream()
        .collect(
            toMap(Boots::host, host -> lead(host, measures.getOrDefault(host.host(), 1d), ratios)));
  }

  /// Not below what it took already.
  private static Lead lead(Boots boots, double measure, Ratios ratios) {
    double longest = boots.seconds().stream().mapToInt(Integer::intValue).max().orElse(0);
    double usual = Math.min(LONGEST, measure * ratios.mean());
    double cautious = Math.max(longest, measure * ratios.tail());
    return new Lead(seconds(usual), seconds(Math.clamp(cautious, usual, LONGEST)));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds((long) Math.ceil(seconds));
  }

  private static double median(List<Boots> hosts, double otherwise) {
    int[] sorted =
        hosts.stream()
            .flatMap(host -> host.seconds().stream())
            .mapToInt(it -> it)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length < OWN ? otherwise : Math.max(1, sorted[middle]);
  }
}
