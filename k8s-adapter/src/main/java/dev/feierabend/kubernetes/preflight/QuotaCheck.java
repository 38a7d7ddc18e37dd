package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Quotas under which what sleeps, or what is awake now, could not be made anew: what is used and
/// what is still to wake are together more than they allow.
record QuotaCheck(Sleeping sleeping) {

  /// What sleeps where such a quota is: what its pods would count for has to be known.
  Set<WorkloadName> sleepers(List<ResourceQuota> quotas) {
    return quotas.stream()
        .filter(this::matters)
        .map(quota -> quota.getMetadata().getNamespace())
        .distinct()
        .flatMap(this::sleepers)
        .flatMap(workload -> WorkloadName.of(workload.id()).stream())
        .collect(Collectors.toSet());
  }

  /// @param demands of one pod each, where it could be read; of others no more is known than what
  ///   the scheduler reserves
  List<Trouble> of(List<ResourceQuota> quotas, Map<WorkloadName, Demand> demands) {
    return quotas.stream()
        .filter(this::matters)
        .flatMap(quota -> {
          var wanted = wanted(quota, demands);
          return counting(quota).flatMap(name -> trouble(quota, name, wanted).stream());
        })
        .toList();
  }

  private boolean matters(ResourceQuota quota) {
    return sleeping.namespaces().contains(quota.getMetadata().getNamespace())
        && counting(quota).findAny().isPresent();
  }

  /// What pods use up; other quotas (services, secrets) keep none from starting.
  private static Stream<String> counting(ResourceQuota quota) {
    var hard = Optional.ofNullable(quota.getStatus()).map(ResourceQuotaStatus::getHard);
    return hard.map(it -> new TreeSet<>(it.keySet())).stream()
        .flatMap(Set::stream)
        .filter(Demand::counts);
  }

  private static Optional<Trouble> trouble(ResourceQuota quota, String name, List<Demand> wanted) {
    String namespace = quota.getMetadata().getNamespace();
    ResourceQuotaStatus status = quota.getStatus();
    BigDecimal most = in(name).apply(status.getHard()).orElse(BigDecimal.ZERO);
    BigDecimal needed =
        wanted.stream()
            .flatMap(demand -> demand.of(name).stream())
            .reduce(
                Optional.ofNullable(status.getUsed()).flatMap(in(name)).orElse(BigDecimal.ZERO),
                BigDecimal::add);
    return Optional.of(needed)
        .filter(all -> all.compareTo(most) > 0)
        .map(all ->
            Trouble.of(
                    Kind.QUOTA,
                    namespace + "/" + quota.getMetadata().getName(),
                    name,
                    all.stripTrailingZeros().toPlainString(),
                    most.stripTrailingZeros().toPlainString())
                .keeping(Set.of(namespace)));
  }

  /// What still sleeps there and will be counted.
  private List<Demand> wanted(ResourceQuota quota, Map<WorkloadName, Demand> demands) {
    List<QuotaScope> scopes = QuotaScope.of(quota);
    return sleepers(quota.getMetadata().getNamespace())
        .map(workload ->
            demand(workload, demands).times(Math.max(0, workload.whole() - workload.replicas())))
        .filter(demand -> scopes.isEmpty() || demand.in(scopes))
        .toList();
  }

  private static Demand demand(Workload workload, Map<WorkloadName, Demand> demands) {
    return WorkloadName.of(workload.id())
        .flatMap(name -> Optional.ofNullable(demands.get(name)))
        .orElseGet(() -> Demand.of(workload.size()));
  }

  /// What its owner parked is woken by nobody.
  private Stream<Workload> sleepers(String namespace) {
    return sleeping.workloads().stream()
        .filter(workload -> in(namespace, workload))
        .filter(workload -> workload.asleep() && workload.restore().isPresent());
  }

  private static boolean in(String namespace, Workload workload) {
    return WorkloadName.of(workload.id())
        .filter(it -> it.namespace().equals(namespace))
        .isPresent();
  }

  private static Function<Map<String, Quantity>, Optional<BigDecimal>> in(String name) {
    return amounts -> Optional.ofNullable(amounts.get(name)).map(Quantity::getAmountInBytes);
  }
}
