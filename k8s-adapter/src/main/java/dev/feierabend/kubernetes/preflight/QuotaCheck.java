package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Quotas under which what sleeps, or what is awake now, could not be made anew: what is used and
/// what is still to wake are together more than they allow.
record QuotaCheck(Sleeping sleeping) {
  private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

  /// What pods use up; other quotas (services, secrets) keep none from starting.
  private static final List<String> OF_PODS =
      List.of(
          "pods",
          "count/pods",
          "cpu",
          "requests.cpu",
          "limits.cpu",
          "memory",
          "requests.memory",
          "limits.memory");

  List<Trouble> of(List<ResourceQuota> quotas) {
    return quotas.stream()
        .filter(quota -> sleeping.namespaces().contains(quota.getMetadata().getNamespace()))
        .flatMap(quota -> OF_PODS.stream().flatMap(name -> trouble(quota, name).stream()))
        .toList();
  }

  private Optional<Trouble> trouble(ResourceQuota quota, String name) {
    String namespace = quota.getMetadata().getNamespace();
    Optional<ResourceQuotaStatus> status = Optional.ofNullable(quota.getStatus());
    Optional<BigDecimal> hard = status.map(ResourceQuotaStatus::getHard).flatMap(in(name));
    BigDecimal used =
        status.map(ResourceQuotaStatus::getUsed).flatMap(in(name)).orElse(BigDecimal.ZERO);
    BigDecimal needed = used.add(wanted(quota, name));
    return hard.filter(most -> needed.compareTo(most) > 0)
        .map(most ->
            Trouble.of(
                    Kind.QUOTA,
                    namespace + "/" + quota.getMetadata().getName(),
                    name,
                    needed.stripTrailingZeros().toPlainString(),
                    most.stripTrailingZeros().toPlainString())
                .keeping(Set.of(namespace)));
  }

  /// What still sleeps will ask for; what its owner parked is woken by nobody. A quota of some pods
  /// only says nothing of these.
  private BigDecimal wanted(ResourceQuota quota, String name) {
    var spec = quota.getSpec();
    boolean ofAll =
        spec == null
            || (spec.getScopeSelector() == null
                && (spec.getScopes() == null || spec.getScopes().isEmpty()));
    return ofAll
        ? sleeping.workloads().stream()
            .filter(workload -> in(quota.getMetadata().getNamespace(), workload))
            .filter(workload -> workload.asleep() && workload.restore().isPresent())
            .map(workload -> wanted(workload, name))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
        : BigDecimal.ZERO;
  }

  private static BigDecimal wanted(Workload workload, String name) {
    int pods = Math.max(0, workload.whole() - workload.replicas());
    Resources size = workload.size().times(pods);
    return switch (name) {
      case "pods", "count/pods" -> BigDecimal.valueOf(pods);
      case "cpu", "requests.cpu" -> BigDecimal.valueOf(size.cores());
      case "memory", "requests.memory" -> BigDecimal.valueOf(size.memoryMiB()).multiply(MEBI);
      case String _ -> BigDecimal.ZERO;
    };
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
