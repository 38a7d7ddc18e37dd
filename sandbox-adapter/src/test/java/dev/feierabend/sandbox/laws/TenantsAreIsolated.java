package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Law 8: every commit holds what is its owner's, and nothing of anybody else.
final class TenantsAreIsolated implements Law {
  @Override
  public List<String> violations(Night night) {
    Map<String, Owner> owners =
        night.first().workloads().stream()
            .collect(Collectors.toMap(w -> w.id().value(), (Workload w) -> Owner.of(w.tenant())));
    return night.history().stream()
        .filter(recorded -> !isOwn(recorded, owners))
        .map(recorded -> "commit %d is not %s's".formatted(recorded.commit(), recorded.owner()))
        .toList();
  }

  private static boolean isOwn(Recorded recorded, Map<String, Owner> owners) {
    Owner owner = recorded.owner();
    boolean content =
        switch (recorded.event()) {
          case PlanDecided plan ->
              plan.sleepers().stream().allMatch(s -> Owner.of(s.tenant()).equals(owner));
          case ActionIssued issued ->
              issued.step() instanceof Step.OnWorkload on
                  ? owner.equals(owners.get(on.subject()))
                  : owner.equals(Owner.OPERATOR);
          default -> true;
        };
    return content && recorded.event().owner().equals(owner);
  }
}
