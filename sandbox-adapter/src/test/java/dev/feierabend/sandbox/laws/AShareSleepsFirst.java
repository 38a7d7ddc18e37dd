package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import dev.feierabend.core.planning.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The law of mode `STAGED`: no more than the share is planned to sleep before it came back and a
/// quiet time passed without an alarm.
final class AShareSleepsFirst implements Law {
  @Override
  public List<String> violations(Night night) {
    int most = (int) (night.first().workloads().size() * NightWorld.STAGING.share());
    var told = new Told(Math.max(1, most));
    night.history().forEach(one -> told.happened(one.event()));
    return told.violations;
  }

  private static final class Told {
    final List<String> violations = new ArrayList<>();
    final Map<Owner, Integer> asleep = new HashMap<>();
    final int most;
    @Nullable StageBegun stage;
    boolean returned;
    boolean alarmed;

    Told(int most) {
      this.most = most;
    }

    void happened(JournalEvent event) {
      switch (event) {
        case StageBegun begun -> begin(begun);
        case PlanDecided plan -> plan(plan);
        case CapacityReady _ -> returned = true;
        case WakeLate _, OutcomeUnknown _, ActionTimedOut _ -> alarmed = true;
        case ActionRefused refused -> alarmed |= !refused.because().equals("no longer wanted");
        default -> {}
      }
    }

    private void begin(StageBegun begun) {
      if (begun.stage() == Stage.ALL) {
        boolean quiet =
            stage != null
                && Duration.between(stage.at(), begun.at()).compareTo(NightWorld.STAGING.quiet())
                    >= 0;
        if (!quiet || !returned || alarmed) {
          violations.add(
              "everything may sleep at %s: quiet %s, returned %s, alarmed %s"
                  .formatted(begun.at(), quiet, returned, alarmed));
        }
      }
      stage = begun;
      returned = false;
      alarmed = false;
    }

    private void plan(PlanDecided plan) {
      asleep.put(plan.owner(), plan.sleepers().size());
      int all = asleep.values().stream().mapToInt(Integer::intValue).sum();
      boolean first = stage == null || stage.stage() == Stage.SHARE;
      if (plan.owner().equals(Owner.OPERATOR) && first && all > most) {
        violations.add("%d instead of %d sleep by the plan of %s".formatted(all, most, plan.at()));
      }
    }
  }
}
