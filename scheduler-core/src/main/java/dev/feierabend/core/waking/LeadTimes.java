package dev.feierabend.core.waking;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long each host takes to come back, learned from its own boots, those of its model, and those
/// of all; see `Learned`.
public record LeadTimes(SortedMap<MachineId, Lead> byHost) {
  /// Nothing is known of any host.
  public static final LeadTimes NONE = new LeadTimes(Collections.emptySortedMap());

  public LeadTimes {
    byHost = Collections.unmodifiableSortedMap(new TreeMap<>(byHost));
  }

  /// @param share of all host-nights in which a host is to be back within its cautious time, above
  ///   0 and below 1
  public static LeadTimes of(Collection<Boots> known, double share) {
    return new LeadTimes(Learned.of(known.stream().map(LeadTimes::times).toList(), share));
  }

  private static Times<MachineId, Electricity> times(Boots boots) {
    double told = boots.model().boot().toSeconds();
    return new Times<>(boots.host(), boots.model(), told, boots.seconds());
  }

  /// Of one that isn't known, what is told.
  public Lead of(MachineId host, Duration told) {
    Lead lead = byHost.get(host);
    return lead == null ? new Lead(told, told.multipliedBy(2).plusMinutes(2)) : lead;
  }
}
