package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanCommand.RecordPlan;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.evaluation.Editions;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A plan concerns several owners: it is recorded once for the operator and once per customer, each
/// with its own part.
///
/// @param editions by which the agreements were read
public record PlanParts(Mode mode, Editions editions, Instant at) {

  /// The commands that record `plan`, customers first, so that the operator's part is never in
  /// force alone. `customers` without sleepers get an empty part where they had one with sleepers.
  public List<RecordPlan> of(PowerPlan plan, Collection<TenantId> customers) {
    var tenants = new TreeSet<>(customers);
    plan.sleepers().forEach(sleeper -> tenants.add(sleeper.tenant()));
    var parts = new ArrayList<RecordPlan>();
    for (TenantId tenant : tenants) {
      List<Sleeper> own =
          plan.sleepers().stream().filter(sleeper -> sleeper.tenant().equals(tenant)).toList();
      parts.add(part(Owner.of(tenant), new PowerPlan(List.of(), own, List.of(), plan.inputs())));
    }
    parts.add(
        part(
            Owner.OPERATOR,
            new PowerPlan(plan.hosts(), List.of(), plan.moves(), plan.least(), plan.inputs())));
    return List.copyOf(parts);
  }

  private RecordPlan part(Owner owner, PowerPlan own) {
    return new RecordPlan(
        new PlanDecided(
            owner,
            id(at),
            mode,
            own.hosts(),
            own.sleepers(),
            own.moves(),
            own.least(),
            own.inputs(),
            Optional.of(editions),
            at));
  }

  /// A plan is named after the instant it was decided at: at most one is decided a tick.
  public static String id(Instant at) {
    return "plan/" + at;
  }
}
