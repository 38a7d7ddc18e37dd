package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;

/// Read model: overrides and freezes in force.
public final class Exceptions implements ReadModel<Exceptions.Suspensions> {
  /// Each owner's.
  public record Suspensions(List<Suspended> owners) {}

  record Suspended(Owner owner, ExceptionState state) {}

  private final Map<Owner, ExceptionState> states = new ConcurrentHashMap<>();

  /// Whose capacity doesn't power down, by its own or the operator's word.
  public Set<Owner> frozen() {
    return owners(state -> state.frozen() || state.held());
  }

  /// Who froze its own capacity; the operator: everybody's.
  public Set<Owner> declared() {
    return owners(ExceptionState::frozen);
  }

  /// Whose capacity the operator froze.
  public Set<Owner> held() {
    return owners(ExceptionState::held);
  }

  /// All overrides, the one that ends first in front.
  public List<ExceptionEvent.OverrideGranted> overrides() {
    return states.values().stream()
        .flatMap(state -> state.overrides().stream())
        .sorted(
            Comparator.comparing(ExceptionEvent.OverrideGranted::until)
                .thenComparing(ExceptionEvent.OverrideGranted::tenant)
                .thenComparing(granted -> granted.pools().toString()))
        .toList();
  }

  /// True while a customer's override keeps `pool` up.
  public boolean overridden(TenantId tenant, PoolId pool, Instant at) {
    return states.getOrDefault(Owner.of(tenant), ExceptionState.NONE).overrides().stream()
        .filter(granted -> at.isBefore(granted.until()))
        .map(ExceptionEvent.OverrideGranted::pools)
        .anyMatch(pools -> pools.isEmpty() || pools.contains(pool));
  }

  private Set<Owner> owners(Predicate<ExceptionState> which) {
    return states.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Suspensions remember() {
    return new Suspensions(
        states.entrySet().stream()
            .map(entry -> new Suspended(entry.getKey(), entry.getValue()))
            .toList());
  }

  @Override
  public void recall(Suspensions memory) {
    states.clear();
    memory.owners().forEach(suspended -> states.put(suspended.owner(), suspended.state()));
  }

  @EventHandler
  public void on(ExceptionEvent event) {
    states.compute(
        event.owner(), (_, state) -> (state == null ? ExceptionState.NONE : state).evolve(event));
  }
}
