package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.drilling.DrillEvent.DrillDemanded;
import dev.feierabend.core.drilling.DrillEvent.DrillFailed;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The law of drills, where they are required: a host is switched off only if it came back in time
/// when it last was, or in its drill; and no two are drilled at a time.
final class OnlyWhoIsKnownToWakeSleeps implements Law {
  @Override
  public List<String> violations(Night night) {
    var told = new Told();
    night.history().forEach(one -> told.happened(one.event()));
    return told.violations;
  }

  private static final class Told {
    final List<String> violations = new ArrayList<>();
    final Set<MachineId> known = new HashSet<>();
    final Map<ActionId, Step> open = new HashMap<>();
    Set<MachineId> drilled = Set.of();

    void happened(JournalEvent event) {
      switch (event) {
        case PlanDecided plan when plan.owner().equals(Owner.OPERATOR) -> plan(plan);
        case ActionIssued issued -> issue(issued);
        case ActionCompleted done -> {
          if (open.remove(done.action()) instanceof Step.PowerOn(var host)) {
            known.add(host);
          }
        }
        case ActionTimedOut late -> {
          if (open.remove(late.action()) instanceof Step.PowerOn(var host)) {
            known.remove(host);
          }
        }
        case DrillFailed failed -> known.remove(failed.host());
        case DrillDemanded demanded -> known.remove(demanded.host());
        default -> {}
      }
    }

    private void issue(ActionIssued issued) {
      open.put(issued.action(), issued.step());
      if (issued.step() instanceof Step.PowerOff(var host)
          && !known.contains(host)
          && !drilled.contains(host)) {
        violations.add("%s, which is not known to wake".formatted(issued.action()));
      }
    }

    private void plan(PlanDecided plan) {
      drilled =
          plan.hosts().stream()
              .filter(aim -> aim.reason() instanceof Reason.Drilled)
              .map(HostAim::host)
              .collect(Collectors.toSet());
      if (drilled.size() > 1) {
        violations.add("%d hosts are drilled by %s".formatted(drilled.size(), plan.plan()));
      }
    }
  }
}
