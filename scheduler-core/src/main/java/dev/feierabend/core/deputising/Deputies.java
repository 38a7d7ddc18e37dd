package dev.feierabend.core.deputising;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: who stands in for whom, by customer.
public final class Deputies implements ReadModel<Deputies.Terms> {
  /// Each customer's.
  public record Terms(Map<TenantId, DeputyState> tenants) {}

  private final Map<TenantId, DeputyState> states = new ConcurrentHashMap<>();

  /// The deputyship that `actor` acts under at `at`.
  public Optional<Deputyship> covering(TenantId tenant, ActorId actor, Instant at) {
    return states.getOrDefault(tenant, DeputyState.NONE).covering(actor, at);
  }

  /// Whoever is or will be a deputy, in the order of their terms' beginnings.
  public List<Deputyship> of(TenantId tenant, Instant at) {
    return states.getOrDefault(tenant, DeputyState.NONE).terms().values().stream()
        .filter(term -> !term.over(at))
        .sorted(Comparator.comparing(Deputyship::from).thenComparing(Deputyship::deputy))
        .toList();
  }

  @Override
  public Terms remember() {
    return new Terms(Map.copyOf(states));
  }

  @Override
  public void recall(Terms memory) {
    states.clear();
    states.putAll(memory.tenants());
  }

  @EventHandler
  void on(DeputyEvent event) {
    states.compute(
        event.tenant(), (_, state) -> (state == null ? DeputyState.NONE : state).evolve(event));
  }
}
