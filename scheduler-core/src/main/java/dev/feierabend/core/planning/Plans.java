package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Read model: the plan in force, put together from the operator's part and the customers'.
public final class Plans implements ReadModel<Plans.Parts> {
  /// Each owner's.
  public record Parts(List<PlanDecided> parts) {}

  private final Map<Owner, PlanDecided> parts = new ConcurrentHashMap<>();

  /// The plan in force; empty before the first one.
  public Optional<PowerPlan> standing() {
    return operator()
        .map(hosts -> {
          List<Sleeper> sleepers =
              parts.values().stream()
                  .flatMap(part -> part.sleepers().stream())
                  .sorted(Comparator.comparing(Sleeper::workload))
                  .toList();
          return new PowerPlan(
              hosts.hosts(), sleepers, hosts.moves(), hosts.least(), hosts.inputs());
        });
  }

  /// The operator's part: the hosts.
  public Optional<PlanDecided> operator() {
    return of(Owner.OPERATOR);
  }

  /// One owner's part of the plan.
  public Optional<PlanDecided> of(Owner owner) {
    @Nullable PlanDecided part = parts.get(owner);
    return Optional.ofNullable(part);
  }

  @Override
  public Parts remember() {
    return new Parts(List.copyOf(parts.values()));
  }

  @Override
  public void recall(Parts memory) {
    parts.clear();
    memory.parts().forEach(this::on);
  }

  @EventHandler
  void on(PlanDecided event) {
    parts.put(event.owner(), event);
  }
}
