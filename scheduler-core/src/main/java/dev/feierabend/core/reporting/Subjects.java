package dev.feierabend.core.reporting;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Everything that can be asked about, by each word that people call it by: what the fleet's
/// document names, and what the journal tells of. Of two things of one name the first counts; the
/// other still has its id.
public final class Subjects {
  private final Map<String, Subject> byWord = new TreeMap<>();
  private final Optional<Fleet> fleet;

  /// Nothing but what the journal will tell.
  public Subjects() {
    fleet = Optional.empty();
  }

  public Subjects(Fleet fleet) {
    this.fleet = Optional.of(fleet);
    Map<PoolId, Pool> pools =
        fleet.pools().stream().collect(Collectors.toMap(Pool::id, Function.identity()));
    pools.values().forEach(pool -> add(new Subject.OfPool(pool.id(), owner(pool))));
    for (Host host : fleet.hosts()) {
      add(new Subject.OfHost(host.id()), host.name());
      for (Guest guest : host.guests()) {
        Optional.ofNullable(pools.get(guest.pool()))
            .flatMap(Pool::tenant)
            .ifPresent(tenant -> add(workload(guest, tenant), guest.name(), guest.id().toString()));
      }
    }
  }

  /// The document, where there is one.
  Optional<Fleet> fleet() {
    return fleet;
  }

  private static Owner owner(Pool pool) {
    return pool.tenant().map(Owner::of).orElse(Owner.OPERATOR);
  }

  private static Subject workload(Guest guest, TenantId tenant) {
    var id = new WorkloadId("guest/" + guest.id());
    return new Subject.OfWorkload(id, tenant, guest.pool(), guest.name(), guest.labels());
  }

  void meet(JournalEvent event) {
    switch (event) {
      case PoolRegistered pool -> add(new Subject.OfPool(pool.pool(), pool.owner()));
      case PlanDecided plan -> {
        plan.hosts().forEach(aim -> add(new Subject.OfHost(aim.host())));
        plan.sleepers().forEach(sleeper -> add(workload(sleeper)));
      }
      default -> {}
    }
  }

  private static Subject workload(Sleeper sleeper) {
    String id = sleeper.workload().value();
    return new Subject.OfWorkload(
        sleeper.workload(),
        sleeper.tenant(),
        sleeper.pool(),
        id.substring(id.lastIndexOf('/') + 1),
        new TreeMap<>());
  }

  private void add(Subject subject, String... names) {
    byWord.putIfAbsent(subject.id(), subject);
    for (String name : names) {
      byWord.putIfAbsent(name, subject);
    }
  }

  public Optional<Subject> called(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /// Every word that something is called by.
  public Set<String> words() {
    return Set.copyOf(byWord.keySet());
  }

  /// The workloads of a pool, in the order of their ids.
  List<Subject.OfWorkload> in(PoolId pool) {
    return workloads(workload -> workload.pool().equals(pool));
  }

  /// Those of a tenant, likewise.
  List<Subject.OfWorkload> of(TenantId tenant) {
    return workloads(workload -> workload.tenant().equals(tenant));
  }

  private List<Subject.OfWorkload> workloads(Predicate<Subject.OfWorkload> wanted) {
    return byWord.values().stream()
        .filter(Subject.OfWorkload.class::isInstance)
        .map(Subject.OfWorkload.class::cast)
        .filter(wanted)
        .collect(
            Collectors.toMap(
                Subject.OfWorkload::workload, Function.identity(), (one, _) -> one, TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}
