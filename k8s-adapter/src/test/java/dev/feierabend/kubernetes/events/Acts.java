package dev.feierabend.kubernetes.events;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Original;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was intended with a workload of Ahausen's that had three replicas; what is woken is due
/// within the hour.
public final class Acts {
  public static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));

  static final Original WAS = new Original(3, Optional.of("uid-of-mail"), List.of());

  private Acts() {}

  public static ActionIssued issued(ActionId action, Step step, Instant at) {
    Instant due = at.plus(Duration.ofHours(1));
    return new ActionIssued(
        AHAUSEN,
        action,
        step,
        "plan-1",
        List.of(),
        Optional.of(WAS).filter(_ -> step.takesAway()),
        Optional.of(due).filter(_ -> !step.takesAway()),
        due,
        1,
        false,
        at);
  }
}
