package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// What the owner of a workload requires of where its replicas are.
///
/// @param hosts the only ones that they may be started on; empty: any
/// @param most so many of them one host may have at the most; 0: any number
/// @param apart others, with none of whose replicas they may share a host
/// @param untold what is required besides and can't be planned with, as its owner calls it: they
///   stay where they are
public record Placement(
    Optional<SortedSet<MachineId>> hosts,
    int most,
    SortedSet<WorkloadId> apart,
    Optional<String> untold) {
  public static final Placement ANYWHERE =
      new Placement(Optional.empty(), 0, Collections.emptySortedSet(), Optional.empty());

  public Placement {
    if (most < 0) {
      throw new IllegalArgumentException("Expected at least 0 on a host but found " + most);
    }
    hosts = hosts.map(it -> Collections.unmodifiableSortedSet(new TreeSet<>(it)));
    apart = Collections.unmodifiableSortedSet(new TreeSet<>(apart));
  }

  /// The same on these hosts alone.
  public Placement on(Set<MachineId> only) {
    return new Placement(Optional.of(new TreeSet<>(only)), most, apart, untold);
  }

  /// The same with no more than so many on a host.
  public Placement atMost(int many) {
    return new Placement(hosts, most == 0 ? many : Math.min(most, many), apart, untold);
  }

  /// The same apart from these, too.
  public Placement apartFrom(Collection<WorkloadId> others) {
    var all = new TreeSet<>(apart);
    all.addAll(others);
    return new Placement(hosts, most, all, untold);
  }

  /// The same where something is required that can't be planned with; of several things the first
  /// in the alphabet is told.
  public Placement untold(String what) {
    return new Placement(
        hosts,
        most,
        apart,
        untold.filter(it -> it.compareTo(what) < 0).or(() -> Optional.of(what)));
  }

  /// The same where workloads are called otherwise; who has no name there isn't there.
  public Placement named(Function<WorkloadId, Optional<WorkloadId>> names) {
    var others = new TreeSet<WorkloadId>();
    apart.forEach(other -> names.apply(other).ifPresent(others::add));
    return new Placement(hosts, most, others, untold);
  }

  boolean admits(MachineId host) {
    return hosts.isEmpty() || hosts.get().contains(host);
  }
}
