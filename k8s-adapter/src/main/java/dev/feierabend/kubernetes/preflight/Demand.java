package dev.feierabend.kubernetes.preflight;

import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a pod that wakes counts for in quotas.
///
/// @param pods how many it stands for
/// @param traits what tells whether a quota of some pods only counts it, where that is known
record Demand(int pods, PodAmounts amounts, Optional<Traits> traits) {
  private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";
  private static final String STORAGE = "ephemeral-storage";
  private static final String REQUESTS = "requests.";
  private static final String LIMITS = "limits.";
  private static final Set<String> PLAIN = Set.of(CPU, MEMORY, STORAGE);

  /// @param priority its class
  /// @param ends true where it has a deadline
  record Traits(Optional<String> priority, boolean ends, boolean bestEffort) {}

  static Demand of(PodSpec pod) {
    var amounts = PodAmounts.of(pod);
    boolean bestEffort =
        Stream.of(amounts.requests(), amounts.limits())
            .allMatch(it -> it.of(CPU).signum() == 0 && it.of(MEMORY).signum() == 0);
    return new Demand(
        1,
        amounts,
        Optional.of(
            new Traits(
                Optional.ofNullable(pod.getPriorityClassName()).filter(name -> !name.isEmpty()),
                pod.getActiveDeadlineSeconds() != null,
                bestEffort)));
  }

  /// Where no more is known than what the scheduler reserves.
  static Demand of(Resources size) {
    var requests =
        new Amounts(
            Map.of(
                CPU,
                BigDecimal.valueOf(size.cores()),
                MEMORY,
                BigDecimal.valueOf(size.memoryMiB()).multiply(MEBI)));
    return new Demand(1, new PodAmounts(requests, Amounts.NONE), Optional.empty());
  }

  /// How much it is in a quota's own words; empty for what pods don't count for, which keeps none
  /// from starting.
  Optional<BigDecimal> of(String quota) {
    if (quota.equals("pods") || quota.equals("count/pods")) {
      return Optional.of(BigDecimal.valueOf(pods));
    }
    if (quota.startsWith(LIMITS)) {
      return Optional.of(quota.substring(LIMITS.length()))
          .filter(PLAIN::contains)
          .map(amounts.limits()::of);
    }
    boolean asked = quota.startsWith(REQUESTS);
    String name = asked ? quota.substring(REQUESTS.length()) : quota;
    return Optional.of(name)
        .filter(
            it -> PLAIN.contains(it) || it.startsWith("hugepages-") || (asked && it.contains("/")))
        .map(amounts.requests()::of);
  }

  static boolean counts(String quota) {
    return of(Resources.NONE).of(quota).isPresent();
  }

  /// False also where that isn't known.
  boolean in(List<QuotaScope> scopes) {
    return traits.filter(it -> scopes.stream().allMatch(scope -> scope.takes(it))).isPresent();
  }

  Demand times(int count) {
    return new Demand(pods * count, amounts.times(count), traits);
  }
}
