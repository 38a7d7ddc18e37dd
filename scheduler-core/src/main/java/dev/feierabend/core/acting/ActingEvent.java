package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Intent and outcome. A host's actions are the operator's; a workload's are its customer's.
public sealed interface ActingEvent extends JournalEvent {

  /// The intent, recorded before the effect. `approvals`: digests of the documents that allow it
  /// (empty for what gives capacity back). `restore`: replicas to bring back. `spooled`: carried
  /// out while the store was out, recorded later.
  record ActionIssued(
      Owner owner,
      ActionId action,
      Step step,
      String plan,
      List<String> approvals,
      Optional<Integer> restore,
      Optional<Instant> readyBy,
      Instant deadline,
      long fencing,
      boolean spooled,
      Instant at)
      implements ActingEvent {
    public ActionIssued {
      approvals = List.copyOf(approvals);
    }
  }

  record ActionCompleted(Owner owner, ActionId action, String observed, Instant at)
      implements ActingEvent {}

  record ActionRefused(Owner owner, ActionId action, String because, Instant at)
      implements ActingEvent {}

  record ActionTimedOut(Owner owner, ActionId action, String observed, Instant at)
      implements ActingEvent {}

  record OutcomeUnknown(Owner owner, ActionId action, String because, Instant at)
      implements ActingEvent {}

  /// All of a pool's due capacity serves again. `workloads` that came back, `hosts` that were woken
  /// for it.
  record CapacityReady(Owner owner, PoolId pool, int workloads, Instant readyBy, Instant at)
      implements ActingEvent {}

  /// `subject` (pool, host or workload) is not back in time.
  record WakeLate(Owner owner, String subject, String because, Instant readyBy, Instant at)
      implements ActingEvent {}
}
