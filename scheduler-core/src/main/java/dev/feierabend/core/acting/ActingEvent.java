package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Original;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/// Intent and outcome. A host's actions are the operator's; a workload's are its customer's.
public sealed interface ActingEvent extends JournalEvent {

  /// What concerns one action.
  sealed interface OfAction extends ActingEvent {
    ActionId action();

    @Override
    default String aggregate() {
      return "action/" + action();
    }
  }

  /// What concerns capacity that is due back at `readyBy`.
  sealed interface OfReturn extends ActingEvent {
    String subject();

    Instant readyBy();

    @Override
    default String aggregate() {
      return "return/" + subject() + "@" + readyBy();
    }
  }

  /// The intent, recorded before the effect. `approvals`: digests of the documents that allow it
  /// (empty for what gives capacity back). `restore`: what a sleep is to be undone to; a wake's
  /// step says it itself. `spooled`: carried out while the store was out, recorded later.
  /// `fencing`: the term in which it was decided, 0 in histories from before terms were recorded.
  @Revision("3")
  record ActionIssued(
      Owner owner,
      ActionId action,
      Step step,
      String plan,
      List<String> approvals,
      Optional<Original> restore,
      Optional<Instant> readyBy,
      Instant deadline,
      long fencing,
      boolean spooled,
      Instant at)
      implements OfAction {
    public ActionIssued {
      approvals = List.copyOf(approvals);
    }

    ActionIssued asSpooled() {
      return new ActionIssued(
          owner, action, step, plan, approvals, restore, readyBy, deadline, fencing, true, at);
    }
  }

  record ActionCompleted(Owner owner, ActionId action, String observed, Instant at)
      implements OfAction {}

  record ActionRefused(Owner owner, ActionId action, String because, Instant at)
      implements OfAction {}

  record ActionTimedOut(Owner owner, ActionId action, String observed, Instant at)
      implements OfAction {}

  record OutcomeUnknown(Owner owner, ActionId action, String because, Instant at)
      implements OfAction {}

  /// All of a pool's due capacity serves again: `workloads` of them.
  record CapacityReady(Owner owner, PoolId pool, int workloads, Instant readyBy, Instant at)
      implements OfReturn {
    @Override
    public String subject() {
      return pool.toString();
    }
  }

  /// `subject` (pool, host or workload) is not back in time.
  record WakeLate(Owner owner, String subject, String because, Instant readyBy, Instant at)
      implements OfReturn {}
}
