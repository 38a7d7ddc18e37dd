package dev.feierabend.kubernetes.fleet;

import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the scheduler reserves for a pod: its containers' requests with its sidecars', or those of
/// its greediest init container, and its overhead.
final class Needs {
  private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  private Needs() {}

  static Resources of(PodSpec pod) {
    List<Container> inits = named(pod.getInitContainers());
    Resources running =
        named(pod.getContainers()).stream().map(Needs::of).reduce(Resources.NONE, Resources::plus);
    Resources sidecars =
        inits.stream()
            .filter(init -> "Always".equals(init.getRestartPolicy()))
            .map(Needs::of)
            .reduce(Resources.NONE, Resources::plus);
    Resources starting = inits.stream().map(Needs::of).reduce(Resources.NONE, Needs::larger);
    return larger(running.plus(sidecars), starting).plus(read(pod.getOverhead()));
  }

  /// Kubernetes' quantities of CPU and memory; what isn't named counts as none.
  static Resources read(Map<String, Quantity> quantities) {
    Map<String, Quantity> known = Optional.ofNullable(quantities).orElse(Map.of());
    return new Resources(
        amount(known, CPU).doubleValue(),
        amount(known, MEMORY).divide(MEBI, 0, RoundingMode.CEILING).longValue());
  }

  /// In a template of others' kinds there may be anything, also no container in a container's
  /// place.
  private static List<Container> named(@Nullable List<Container> containers) {
    return Optional.ofNullable(containers).stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Resources of(Container container) {
    return Optional.ofNullable(container.getResources()).map(Needs::of).orElse(Resources.NONE);
  }

  /// A container without a request reserves its limit.
  static Resources of(ResourceRequirements resources) {
    Map<String, Quantity> requests = Optional.ofNullable(resources.getRequests()).orElse(Map.of());
    Resources requested = read(requests);
    Resources limit = read(resources.getLimits());
    return new Resources(
        requests.containsKey(CPU) ? requested.cores() : limit.cores(),
        requests.containsKey(MEMORY) ? requested.memoryMiB() : limit.memoryMiB());
  }

  /// The larger of each.
  static Resources larger(Resources one, Resources other) {
    return new Resources(
        Math.max(one.cores(), other.cores()), Math.max(one.memoryMiB(), other.memoryMiB()));
  }

  private static BigDecimal amount(Map<String, Quantity> quantities, String name) {
    return Optional.ofNullable(quantities.get(name))
        .map(Quantity::getAmountInBytes)
        .orElse(BigDecimal.ZERO);
  }
}
