package dev.feierabend.core.acting;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Releases;
import dev.feierabend.policies.language.Order.Group;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One agreement's order, and the rank of each workload that it covers.
record Turn(
    AgreementId agreement,
    SchedulePolicy policy,
    List<Workload> members,
    SortedMap<WorkloadId, Integer> ranks) {
  Turn {
    members = List.copyOf(members);
    ranks = Collections.unmodifiableSortedMap(new TreeMap<>(ranks));
  }

  static Turn of(Agreements.Entry entry, List<Workload> workloads) {
    var policy = entry.policy();
    var members = workloads.stream().filter(w -> Releases.covers(entry, w.tenant(), w)).toList();
    var ranks = new TreeMap<WorkloadId, Integer>();
    members.forEach(w -> ranks.put(w.id(), policy.clauses().order().rank(w)));
    return new Turn(entry.agreement(), policy, members, ranks);
  }

  int rank(WorkloadId workload) {
    return ranks.getOrDefault(workload, 0);
  }

  /// The group that a workload is in; empty for what none of them matches.
  Optional<Group> group(Workload workload) {
    int rank = rank(workload.id());
    return rank == 0
        ? Optional.empty()
        : Optional.of(policy.clauses().order().groups().get(rank - 1));
  }

  Stream<Workload> at(int rank) {
    return members.stream().filter(workload -> rank(workload.id()) == rank);
  }

  /// What comes up after those of `rank`.
  Stream<Workload> below(int rank) {
    return members.stream().filter(workload -> rank(workload.id()) < rank);
  }

  /// The lowest rank that something still awake has which shall sleep: no higher one may yet.
  int lowest(Predicate<Workload> stillAwake) {
    return ranksOf(stillAwake).min().orElse(Integer.MAX_VALUE);
  }

  /// The highest rank that something has which is still on its way back: no lower one may come yet.
  int highest(Predicate<Workload> stillAway) {
    return ranksOf(stillAway).max().orElse(0);
  }

  private IntStream ranksOf(Predicate<Workload> which) {
    return members.stream().filter(which).mapToInt(workload -> rank(workload.id()));
  }

  /// True once so little is left until `readyBy` that nothing waits any more: half of the lead.
  boolean hurries(Optional<Instant> readyBy, Instant at) {
    var half = policy.lead().dividedBy(2);
    return readyBy.filter(due -> !at.isBefore(due.minus(half))).isPresent();
  }

  /// How many more may start at `at`.
  int places(Actions actions, Instant at) {
    return policy
        .clauses()
        .order()
        .stagger()
        .map(stagger -> stagger.atMost() - (int) started(actions, at.minus(stagger.per())).count())
        .orElse(Integer.MAX_VALUE);
  }

  private Stream<Instant> started(Actions actions, Instant since) {
    return ranks.keySet().stream()
        .flatMap(workload -> actions.lastIssued(workload.value()).stream())
        .filter(since::isBefore);
  }
}
